package io.github.dynamodbmigrations.scaffold;

import io.github.dynamodbmigrations.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A user's module in a directory of a test. */
record UserProject(Path directory) {
    CreateRequest create(String name) {
        return create(Optional.of(name), "item", Optional.empty(), Optional.empty());
    }

    CreateRequest create(Optional<String> name, String kind, Optional<String> table, Optional<String> version) {
        var template = Optional.of(directory.resolve("template.yaml")).filter(Files::exists);
        return new CreateRequest(project(), directory, name, kind, table, version, Optional.empty(), 0, true, template);
    }

    /** In a build whose template lies elsewhere. */
    CreateRequest create(String name, Path template) {
        return new CreateRequest(
                project(),
                directory,
                Optional.of(name),
                "item",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                true,
                Optional.of(template));
    }

    Project project() {
        var sources = directory.resolve("src/main/java");
        return new Project(
                "com.example-shop",
                "shop",
                "jar",
                directory,
                sources,
                directory.resolve("src/test/java"),
                List.of(sources),
                directory.resolve("target/classes"),
                directory.resolve("target"),
                List.of());
    }

    void write(String file, String text) throws IOException {
        var path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    String read(String file) throws IOException {
        return Files.readString(directory.resolve(file));
    }

    void migration(String packageName, String name, String annotation) throws IOException {
        write(
                "src/main/java/" + packageName.replace('.', '/') + "/" + name + ".java",
                "package " + packageName + ";\nimport io.github.dynamodbmigrations.*;\n" + annotation
                        + "\npublic final class " + name + " implements ItemMigration { broken code }\n");
    }
}
