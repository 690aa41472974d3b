package io.github.dynamodbmigrations.launch;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.Unexpected;
import io.github.dynamodbmigrations.model.ProblemCode;
import io.github.dynamodbmigrations.problem.ProblemException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.JarURLConnection;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The engine and the project's migrations, loaded from an emitted {@code code/} and from nothing else but the JDK, as on
 * AWS Lambda. Only types of the JDK cross the border.
 *
 * @param code the directory: classes, and jars in {@code lib/}
 */
record IsolatedEngine(Path code) {
    private static final String ENTRY = "io.github.dynamodbmigrations.run.DirectEntry";
    private static final String SLF4J = "org/slf4j/";
    private static final String NOP = "/META-INF/maven/org.slf4j/slf4j-nop/pom.properties";

    /** Runs it to its end, with the credentials among the settings. */
    Map<String, String> run(Map<String, String> settings, PrintStream out) {
        return run(settings, out, () -> false, Map::of);
    }

    /**
     * Runs it.
     *
     * @param settings what to do
     * @param out where it prints
     * @param stop whether it is to come to an end in an orderly way
     * @param credentials asked before each request
     * @return what it answers after success
     * @throws MigrationException with the one line that it failed with
     */
    Map<String, String> run(
            Map<String, String> settings,
            PrintStream out,
            BooleanSupplier stop,
            Supplier<Map<String, String>> credentials) {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        try (var loader = new URLClassLoader("code", urls(), ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(loader);
            return succeeded(call(loader, settings, out, stop, credentials));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @SuppressWarnings("unchecked")
    private Map<String, String> call(
            ClassLoader loader,
            Map<String, String> settings,
            PrintStream out,
            BooleanSupplier stop,
            Supplier<Map<String, String>> credentials) {
        try {
            var run = loader.loadClass(ENTRY)
                    .getMethod("run", Map.class, PrintStream.class, BooleanSupplier.class, Supplier.class);
            return Map.copyOf((Map<String, String>) run.invoke(null, settings, out, stop, credentials));
        } catch (InvocationTargetException e) {
            throw ended(settings, e.getCause() == null ? e : e.getCause());
        } catch (ReflectiveOperationException | LinkageError e) {
            throw failed(e);
        }
    }

    private static Map<String, String> succeeded(Map<String, String> answer) {
        var failure = answer.get("failure");
        if (failure != null) {
            var codeAndText = failure.split(" ", 2);
            throw new MigrationException(codeAndText[0], codeAndText[codeAndText.length - 1]);
        }
        return answer;
    }

    /** What is missing from the code shows as an error of linking; whatever else may quote an item. */
    private MigrationException ended(Map<String, String> settings, Throwable cause) {
        if (cause instanceof LinkageError || cause instanceof TypeNotPresentException) {
            return failed(cause);
        }
        var unexpected = FailureCode.UNEXPECTED.exception(
                Unexpected.line("goal " + settings.getOrDefault("goal", "of the engine"), cause));
        unexpected.initCause(cause);
        return unexpected;
    }

    private ProblemException failed(Throwable cause) {
        var problem = new ProblemException(
                ProblemCode.CODE_UNUSABLE,
                "engine ended with " + cause,
                code.toString(),
                "If a class or file is missing there, add it with <includes>.");
        problem.initCause(cause);
        return problem;
    }

    private URL[] urls() throws IOException {
        List<URL> urls = new ArrayList<>();
        urls.add(url(code));
        var libraries = code.resolve("lib");
        if (Files.isDirectory(libraries)) {
            try (var jars = Files.newDirectoryStream(libraries, "*.jar")) {
                for (var jar : jars) {
                    urls.add(url(jar));
                }
            }
        }
        silence(urls).ifPresent(urls::add);
        return urls.toArray(URL[]::new);
    }

    /**
     * SLF4J 1 complains if nothing takes its logs. Where the code brings nothing that does, as on Lambda, something that
     * drops them stands behind it; it lies with this plugin and not in the code.
     */
    private static Optional<URL> silence(List<URL> urls) throws IOException {
        var nop = IsolatedEngine.class.getResource(NOP);
        try (var loader = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            var complains = loader.getResource(SLF4J + "LoggerFactory.class") != null
                    && loader.getResource(SLF4J + "spi/SLF4JServiceProvider.class") == null
                    && loader.getResource(SLF4J + "impl/StaticLoggerBinder.class") == null;
            return complains && nop != null && nop.openConnection() instanceof JarURLConnection jar
                    ? Optional.of(jar.getJarFileURL())
                    : Optional.empty();
        }
    }

    private static URL url(Path path) throws MalformedURLException {
        return path.toUri().toURL();
    }
}
