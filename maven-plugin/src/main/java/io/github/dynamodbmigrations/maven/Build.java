package io.github.dynamodbmigrations.maven;

import io.github.dynamodbmigrations.connection.Environment;
import io.github.dynamodbmigrations.connection.EnvironmentFile;
import io.github.dynamodbmigrations.sam.SamTemplate;
import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** The running build, as goals look at it: its modules, its command line, its files. */
record Build(MavenProject project, MavenSession session) {
    private static final String PREFIX = "dynamodb-migrations.";

    /** The modules of this build. */
    Reactor reactor() {
        return new Reactor(session, project);
    }

    /** What was given on the command line under this name; properties of a POM do not count. */
    Optional<String> commandLine(String name) {
        return Optional.ofNullable(session.getUserProperties().getProperty(name));
    }

    /** What the command line says, else what the POM does; for Maven alone it is the other way round. */
    Optional<String> given(String name, @Nullable Object configured) {
        return commandLine(PREFIX + name)
                .or(() -> Optional.ofNullable(configured).map(Object::toString));
    }

    /** The same for an amount. */
    Optional<Long> givenNumber(String name, @Nullable Number configured) {
        return given(name, configured).map(text -> Numbers.parse(name, text));
    }

    /** What the POM says, and over it what the command line says one by one. */
    Map<String, String> givenByName(String name, Map<String, String> configured) {
        var all = new HashMap<>(configured);
        var start = PREFIX + name + ".";
        var given = session.getUserProperties();
        given.stringPropertyNames().stream()
                .filter(property -> property.startsWith(start))
                .forEach(property -> all.put(property.substring(start.length()), given.getProperty(property)));
        return all;
    }

    /** What {@code samconfig.toml} says of an environment. */
    Environment environment(String name) {
        return EnvironmentFile.environment(project.getBasedir().toPath(), root(), name);
    }

    /** The project's {@code samconfig.toml}. */
    Optional<EnvironmentFile> samconfig() {
        return EnvironmentFile.find(project.getBasedir().toPath(), root());
    }

    /** The project's template: the given one, else the one that is found. */
    Optional<Path> template(@Nullable File given) {
        return Optional.ofNullable(given)
                .map(File::toPath)
                .or(() -> SamTemplate.locate(project.getBasedir().toPath(), root()));
    }

    /** The directory of the whole build: the module's or one above. */
    Path root() {
        return Path.of(session.getExecutionRootDirectory());
    }
}
