package io.github.dynamodbmigrations.maven;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenExecutionRequest;
import org.jspecify.annotations.Nullable;

/**
 * What was typed to start this build, to be typed again. It ends up in logs: values of properties are repeated only where
 * they are known to hold no secret.
 */
final class CommandLine {
    private static final Pattern PLAIN = Pattern.compile("[\\w.,:/@=+-]+");
    private static final String OURS = "dynamodb-migrations.";
    private static final Set<String> HARMLESS = Set.of("maven.repo.local", "aws.region", "aws.profile");

    private final MavenExecutionRequest request;
    private final List<String> words = new ArrayList<>(List.of("mvn"));

    private CommandLine(MavenExecutionRequest request) {
        this.request = request;
    }

    static String of(MavenExecutionRequest request) {
        var line = new CommandLine(request);
        line.options();
        line.words.addAll(request.getGoals());
        line.properties();
        return String.join(" ", line.words);
    }

    private void options() {
        option(!request.isInteractiveMode(), "-B");
        option(request.isOffline(), "-o");
        typed(request.getUserSettingsFile(), "user.home", ".m2/settings.xml").ifPresent(file -> option("-s", file));
        typed(request.getPom(), "user.dir", "pom.xml").ifPresent(file -> option("-f", file));
        option("-pl", String.join(",", request.getSelectedProjects()));
        var make = String.valueOf(request.getMakeBehavior());
        option(make.matches("make-(upstream|both)"), "-am");
        option(make.matches("make-(downstream|both)"), "-amd");
        option("-P", request.getActiveProfiles().stream().filter(this::isTyped).collect(Collectors.joining(",")));
    }

    private void option(boolean isGiven, String name) {
        if (isGiven) {
            words.add(name);
        }
    }

    private void option(String name, String value) {
        if (!value.isEmpty()) {
            words.add(name + " " + quoted(value));
        }
    }

    /** A file, unless it is the one that Maven takes by itself. */
    private Optional<String> typed(@Nullable File file, String base, String usual) {
        var implied = new File(request.getSystemProperties().getProperty(base, ""), usual);
        return Optional.ofNullable(file).filter(it -> !it.equals(implied)).map(File::getPath);
    }

    private void properties() {
        Properties given = request.getUserProperties();
        for (var name : new TreeSet<>(given.stringPropertyNames())) {
            if (name.startsWith(OURS) || HARMLESS.contains(name)) {
                words.add("-D" + name + "=" + quoted(given.getProperty(name)));
            } else if (isTyped(name)) {
                // No shell takes it as it is, so that nobody overlooks it.
                words.add("-D" + name + "=<value>");
            }
        }
    }

    /** Others are in {@code .mvn/maven.config} or in the settings, and are there the next time too. */
    private boolean isTyped(String name) {
        var script = request.getSystemProperties().getProperty("env.MAVEN_CMD_LINE_ARGS");
        return script == null || script.contains(name);
    }

    private static String quoted(String value) {
        return PLAIN.matcher(value).matches() ? value : "'" + value.replace("'", "'\\''") + "'";
    }
}
