package io.github.dynamodbmigrations.maven;

import java.util.ArrayList;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;

/** What was typed to start this build, to be typed again. */
final class CommandLine {
    private static final Pattern PLAIN = Pattern.compile("[\\w.,:/@=+-]+");

    private CommandLine() {}

    static String of(MavenSession session) {
        var script = Optional.ofNullable(session.getSystemProperties().getProperty("env.MAVEN_CMD_LINE_ARGS"))
                .map(String::strip)
                .filter(arguments -> !arguments.isEmpty() && isUnquoted(session));
        return "mvn " + script.orElseGet(() -> composed(session));
    }

    /** Maven's script hands its arguments over without their quotes. */
    private static boolean isUnquoted(MavenSession session) {
        return session.getUserProperties().values().stream()
                .allMatch(value -> value.toString().isEmpty()
                        || PLAIN.matcher(value.toString()).matches());
    }

    private static String composed(MavenSession session) {
        var request = session.getRequest();
        var words = new ArrayList<>(request.getGoals());
        if (!request.getSelectedProjects().isEmpty()) {
            words.add("-pl " + String.join(",", request.getSelectedProjects()));
        }
        if (!request.getActiveProfiles().isEmpty()) {
            words.add("-P " + String.join(",", request.getActiveProfiles()));
        }
        var given = session.getUserProperties();
        new TreeSet<>(given.stringPropertyNames())
                .forEach(name -> words.add("-D" + name + "=" + quoted(given.getProperty(name))));
        return String.join(" ", words);
    }

    private static String quoted(String value) {
        return PLAIN.matcher(value).matches() ? value : "'" + value.replace("'", "'\\''") + "'";
    }
}
