package io.github.dynamodbmigrations.bytecode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** A directory of classes or a jar. In a reactor, a sibling may be either, depending on the phase that was asked for. */
sealed interface ClassRoot extends AutoCloseable {
    /** Opens it; a root that does not exist is an empty one. */
    static ClassRoot open(Path path) {
        if (!Files.isRegularFile(path)) {
            return new Directory(path);
        }
        try {
            return new Jar(path, new JarFile(path.toFile(), false));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Where it is. */
    Path path();

    /** Hands every class file's path inside the root, and its content, in order of the paths. */
    void forEachClass(BiConsumer<String, byte[]> classes);

    /** The content of one class file. */
    Optional<byte[]> find(String entry);

    @Override
    void close();

    private static boolean isClass(String entry) {
        return entry.endsWith(".class")
                && !entry.startsWith("META-INF/")
                && !entry.endsWith("module-info.class")
                && !entry.endsWith("package-info.class");
    }

    /** A directory, such as {@code target/classes}. */
    record Directory(Path path) implements ClassRoot {
        @Override
        public void forEachClass(BiConsumer<String, byte[]> classes) {
            if (!Files.isDirectory(path)) {
                return;
            }
            try (Stream<Path> files = Files.walk(path)) {
                files.map(file -> path.relativize(file).toString().replace('\\', '/'))
                        .filter(ClassRoot::isClass)
                        .sorted()
                        .forEach(entry -> classes.accept(entry, read(entry)));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        @Override
        public Optional<byte[]> find(String entry) {
            return Files.isRegularFile(path.resolve(entry)) ? Optional.of(read(entry)) : Optional.empty();
        }

        private byte[] read(String entry) {
            try {
                return Files.readAllBytes(path.resolve(entry));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        @Override
        public void close() {}
    }

    /** A jar, read as any Java version sees it. */
    record Jar(Path path, JarFile jar) implements ClassRoot {
        @Override
        public void forEachClass(BiConsumer<String, byte[]> classes) {
            jar.stream()
                    .map(entry -> entry.getName())
                    .filter(ClassRoot::isClass)
                    .sorted()
                    .forEach(entry -> find(entry).ifPresent(bytes -> classes.accept(entry, bytes)));
        }

        @Override
        public Optional<byte[]> find(String entry) {
            var found = jar.getEntry(entry);
            if (found == null) {
                return Optional.empty();
            }
            try (var in = jar.getInputStream(found)) {
                return Optional.of(in.readAllBytes());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        @Override
        public void close() {
            try {
                jar.close();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
