package io.github.dynamodbmigrations.deployed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A copy of a project, in which somebody follows a page: writes the files that it shows and types its commands. What is added is
 * only what a machine has: where Maven finds this build, where the emulated AWS is, and which Java its functions have.
 *
 * @param directory of the copy
 * @param page the page
 */
record UsersProject(Path directory, String page) {
    private static final Path PLUGIN =
            Path.of("..", "maven-plugin").toAbsolutePath().normalize();
    private static final Pattern NESTED = Pattern.compile("(?s) add to its Resources:\\n(.*?)\\n\\S+ Next:");
    private static final String INFO = "[INFO] ";
    private static final String OUTPUTS = "\nOutputs:";

    /** Copies what belongs to the project, and not what was built of it. */
    static UsersProject copy(Path project, Path directory, String page) throws IOException {
        try (var files = Files.walk(project)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var relative = project.relativize(file);
                if (!relative.startsWith("target")) {
                    var copy = directory.resolve(relative.toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
        var copied = new UsersProject(directory, page);
        copied.equip();
        copied.edit("template.yaml", "Runtime: java25", "Runtime: " + Cloud.given("CLOUD_RUNTIME"));
        return copied;
    }

    /** A new one, with nothing in it. */
    static UsersProject empty(Path directory, String page) throws IOException {
        var project = new UsersProject(directory, page);
        project.equip();
        return project;
    }

    private void equip() throws IOException {
        var runtime = Cloud.given("CLOUD_RUNTIME");
        var repository = Path.of(System.getProperty("user.home"), ".m2", "repository");
        var settings = Files.readString(PLUGIN.resolve("src/it/settings.xml"))
                .replace("@localRepositoryUrl@", repository.toUri().toString());
        var file = Files.createDirectories(directory.resolve(".mvn")).resolve("settings.xml");
        Files.writeString(file, settings);
        Files.write(
                file.resolveSibling("maven.config"),
                List.of(
                        "-B",
                        "-ntp",
                        "-s",
                        file.toString(),
                        "-Dmaven.repo.local=" + PLUGIN.resolve("target/it-repo"),
                        "-Ddynamodb-migrations.lambdaRuntime=" + runtime));
    }

    /** Types a command. */
    Sam.Ended type(String command) {
        var ended = Sam.type(directory, command);
        Traces.say(command + ": " + ended);
        return ended;
    }

    /** Types the commands of a block of the page one after the other, until one fails. */
    Sam.Ended typeAll(String block) throws IOException {
        var ended = new Sam.Ended(0, "");
        for (var command : Shown.in(page, block).commands()) {
            ended = type(command);
            if (!ended.succeeded()) {
                return ended;
            }
        }
        return ended;
    }

    /** Writes a file that the page shows whole, in one of its steps. */
    void write(String step, String file) throws IOException {
        put(file, String.join("\n", Shown.in(page, step + ": " + file).lines()));
    }

    void put(String file, String text) throws IOException {
        var path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    /** Puts the line that the page shows of a file in place of the one that begins like it. */
    void writeLine(String step, String file) throws IOException {
        var line = Shown.in(page, step + ": " + file).lines().get(0);
        var begin = line.substring(0, line.indexOf('='));
        var path = directory.resolve(file);
        Files.write(
                path,
                Files.readAllLines(path).stream()
                        .map(each -> each.startsWith(begin) ? line : each)
                        .toList());
    }

    /** Adds to the template what {@code create} printed for that. */
    void nest(String printed) throws IOException {
        var matcher = NESTED.matcher(printed);
        if (!matcher.find()) {
            throw new AssertionError("no snippet: " + printed);
        }
        var snippet = matcher.group(1)
                .lines()
                .map(line -> line.substring(INFO.length()))
                .collect(Collectors.joining("\n", "\n", "\n"));
        edit("template.yaml", OUTPUTS, snippet + OUTPUTS);
    }

    private void edit(String file, String what, String other) throws IOException {
        var path = directory.resolve(file);
        var text = Files.readString(path);
        if (!text.contains(what)) {
            throw new AssertionError("nowhere in " + file + ": " + what);
        }
        Files.writeString(path, text.replace(what, other));
    }
}
