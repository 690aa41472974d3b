package io.github.dynamodbmigrations.bundle;

import io.github.dynamodbmigrations.discovery.DiscoveryRequest;
import io.github.dynamodbmigrations.model.Problem;
import io.github.dynamodbmigrations.model.ProblemCode;
import io.github.dynamodbmigrations.project.Library;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.OptionalInt;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Finds libraries that the Lambda runtime cannot load. A library is compiled for one level, so its first class stands for
 * all; classes for newer levels below META-INF are ignored by older runtimes.
 */
final class LibraryLevels {
    private static final int MAGIC = 0xCAFEBABE;

    private LibraryLevels() {}

    static List<Problem> problems(String runtime, List<Library> libraries) {
        var newest = DiscoveryRequest.levelOf(runtime);
        return libraries.stream()
                .filter(library -> Files.isRegularFile(library.file()))
                .filter(library -> level(library).orElse(0) > newest)
                .map(library -> new Problem(
                        ProblemCode.CLASS_TOO_NEW,
                        library.id() + " " + library.version() + " has classes of Java "
                                + DiscoveryRequest.javaOf(level(library).orElseThrow()) + ", and the Lambda runtime is "
                                + runtime,
                        library.file().getFileName().toString(),
                        "Set <lambdaRuntime>, use an older release of the library, or leave it out with <excludes>."))
                .toList();
    }

    private static OptionalInt level(Library library) {
        try (var jar = new ZipFile(library.file().toFile())) {
            var first = jar.stream().filter(LibraryLevels::isClass).findFirst();
            return first.isEmpty() ? OptionalInt.empty() : level(jar, first.get());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + library.file(), e);
        }
    }

    private static boolean isClass(ZipEntry entry) {
        return entry.getName().endsWith(".class")
                && !entry.getName().startsWith("META-INF/")
                && !entry.getName().endsWith("module-info.class");
    }

    private static OptionalInt level(ZipFile jar, ZipEntry entry) throws IOException {
        try (var in = new DataInputStream(jar.getInputStream(entry))) {
            var isClass = in.readInt() == MAGIC;
            in.readUnsignedShort();
            return isClass ? OptionalInt.of(in.readUnsignedShort()) : OptionalInt.empty();
        }
    }
}
