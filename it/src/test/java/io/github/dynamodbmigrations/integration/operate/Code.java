package io.github.dynamodbmigrations.integration.operate;

import io.github.dynamodbmigrations.integration.fault.ShopCode;
import io.github.dynamodbmigrations.run.DirectEntry;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The engine with some migrations, in a class loader of its own, as a build enters it. */
final class Code {
    private static final Map<List<Class<?>>, Code> MADE = new HashMap<>();

    private final ClassLoader loader;

    private Code(ClassLoader loader) {
        this.loader = loader;
    }

    static synchronized Code of(List<Class<?>> migrations) {
        return MADE.computeIfAbsent(migrations, all -> new Code(load(all)));
    }

    private static ClassLoader load(List<Class<?>> migrations) {
        try {
            var target = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "operated");
            var code = ShopCode.emit(migrations, target);
            var tests = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
            var urls = Stream.concat(
                            Stream.of(code),
                            Stream.of(tests.split(File.pathSeparator)).map(Path::of))
                    .map(Code::url)
                    .toArray(URL[]::new);
            return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    Things.Said run(Map<String, String> settings) {
        var printed = new ByteArrayOutputStream();
        try {
            var answer = (Map<?, ?>) loader.loadClass(DirectEntry.class.getName())
                    .getMethod("run", Map.class, PrintStream.class)
                    .invoke(null, settings, new PrintStream(printed, true, StandardCharsets.UTF_8));
            var failure = answer.get("failure");
            return new Things.Said(printed.toString(StandardCharsets.UTF_8), failure == null ? "" : failure.toString());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(printed.toString(StandardCharsets.UTF_8), e);
        }
    }
}
