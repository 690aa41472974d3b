package io.github.dynamodbmigrations.discovery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A user's project, compiled in a temporary directory against the API. */
public final class TestProject {
    private static final Pattern TYPE = Pattern.compile("\\b(?:class|interface|enum|record)\\s+(\\w+)");
    private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);
    private static final String IMPORTS = "import io.github.dynamodbmigrations.*;\n";

    private final Path directory;
    private final List<Path> libraries = new ArrayList<>();

    public TestProject(Path directory) {
        this.directory = directory;
    }

    public Path directory() {
        return directory;
    }

    public Path classes() {
        return directory.resolve("target/classes");
    }

    public Path sources() {
        return directory.resolve("src/main/java");
    }

    public TestProject library(Path library) {
        libraries.add(library);
        return this;
    }

    /** Writes a source; the API is imported, and without a package it lies in {@code shop}. */
    public TestProject source(String text) {
        var declared = PACKAGE.matcher(text);
        String packageName = declared.find() ? declared.group(1) : "shop";
        String body = declared.reset().replaceFirst("");
        var type = TYPE.matcher(body);
        if (!type.find()) {
            throw new IllegalArgumentException("declares no type");
        }
        var file = sources().resolve(packageName.replace('.', '/')).resolve(type.group(1) + ".java");
        return write(file, "package " + packageName + ";\n" + IMPORTS + body);
    }

    /** Writes a migration with this version's annotations, and a body of members. */
    public TestProject migration(String annotations, String name, String kind, String members) {
        return source(annotations + "\npublic class " + name + " implements " + kind + " {\n" + members + "\n}\n");
    }

    public TestProject write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public TestProject compile(String... options) {
        var arguments = new ArrayList<String>(List.of("-d", classes().toString(), "-cp", classPath(), "-Xlint:none"));
        arguments.addAll(List.of(options));
        if (!arguments.contains("--release")) {
            arguments.addAll(List.of("--release", "17"));
        }
        arguments.addAll(sourceFiles());
        var compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalArgumentException("does not compile");
        }
        return this;
    }

    public List<String> sourceFiles() {
        try (var files = Files.walk(sources())) {
            return files.map(Path::toString)
                    .filter(it -> it.endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What user code is compiled against. */
    public String classPath() {
        var all = new ArrayList<>(libraries);
        all.add(locationOf(io.github.dynamodbmigrations.Migration.class));
        all.add(locationOf(AttributeValue.class));
        return String.join(
                java.io.File.pathSeparator, all.stream().map(Path::toString).toList());
    }

    public static Path locationOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public DiscoveryRequest request() {
        return new DiscoveryRequest(List.of(classes()), libraries, directory, 0, DiscoveryRequest.levelOf("java21"));
    }

    public Discovered discover() {
        return Discovery.of(request());
    }

    /** All problems as their lines. */
    public List<String> lines() {
        return discover().problems().stream().map(it -> it.line()).toList();
    }

    /** What is wrong, of the first problem. */
    public String firstWhat() {
        return discover().problems().get(0).what();
    }
}
