package io.github.dynamodbmigrations.scaffold;

import io.github.dynamodbmigrations.project.Project;
import io.github.dynamodbmigrations.sam.DeclaredTable;
import io.github.dynamodbmigrations.sam.SamTemplate;
import io.github.dynamodbmigrations.template.NestingSnippet;
import io.github.dynamodbmigrations.template.Samconfig;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a project lacks for deploying its migrations: a {@code samconfig.toml} if it has none and no SAM template either, or
 * a resource in the template that it has.
 */
final class Deployment {
    private static final String CONFIG = "samconfig.toml";
    private static final Duration WAIT = Duration.ofMinutes(55);

    private final CreateRequest request;

    Deployment(CreateRequest request) {
        this.request = request;
    }

    void addTo(Map<Path, String> files, List<String> notes) {
        var project = request.project();
        if (request.template().isPresent()) {
            addSnippet(project, request.template().get(), notes);
        } else if (!hasConfig(project.directory())) {
            files.put(project.directory().resolve(CONFIG), Samconfig.text(project.artifactId(), WAIT));
        }
    }

    private boolean hasConfig(Path directory) {
        return Stream.of(directory, request.root()).anyMatch(place -> Files.exists(place.resolve(CONFIG)));
    }

    private static void addSnippet(Project project, Path file, List<String> notes) {
        var template = SamTemplate.read(file);
        var location = location(project, file);
        if (text(file).contains(location)) {
            return;
        }
        var tables = new TreeMap<String, String>();
        template.tables().forEach(table -> tables.put(table.logicalName(), table.logicalId()));
        var resources = template.resourceIds().stream()
                .filter(id ->
                        template.tables().stream().map(DeclaredTable::logicalId).noneMatch(id::equals));
        var others = Stream.concat(resources, template.aliases().stream()).toList();
        notes.add("To deploy the migrations with the stack of " + project.shown(file) + ", add to its Resources:");
        NestingSnippet.text(location, tables, others).lines().forEach(notes::add);
    }

    /** Where the emitted root is, as a template says it: seen from its own directory. */
    private static String location(Project project, Path template) {
        var emitted = project.application().resolve("template.yaml").toAbsolutePath();
        var from = template.toAbsolutePath().normalize().getParent();
        return (from == null ? emitted : from.relativize(emitted)).toString().replace(File.separatorChar, '/');
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
