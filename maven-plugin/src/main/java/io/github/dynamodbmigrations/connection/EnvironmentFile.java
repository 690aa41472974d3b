package io.github.dynamodbmigrations.connection;

import io.github.dynamodbmigrations.model.ProblemCode;
import io.github.dynamodbmigrations.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/**
 * A {@code samconfig.toml}, read as the SAM CLI reads it for {@code sam deploy}: what is said for the command goes before
 * what is said for all commands.
 *
 * @param file the file
 * @param content what it says
 */
public record EnvironmentFile(Path file, TomlTable content) {
    private static final String NAME = "samconfig.toml";
    private static final String USUAL = "default";
    private static final List<String> SECTIONS = List.of("global", "deploy");

    /** The file beside the POM, else the one of the whole build. */
    public static Optional<EnvironmentFile> find(Path module, Path root) {
        return Stream.of(module, root)
                .map(place -> place.resolve(NAME))
                .filter(Files::isRegularFile)
                .findFirst()
                .map(EnvironmentFile::read);
    }

    /**
     * The environment of this name. Without a file, or for {@code default} if the file does not have it, nothing is known.
     *
     * @throws ProblemException if the name is none of the file's
     */
    public static Environment environment(Path module, Path root, String name) {
        var file = find(module, root);
        if (file.isEmpty() && !name.equals(USUAL)) {
            throw unknown(name, "there is no " + NAME + " beside the POM or above it", module.toString());
        }
        return file.map(it -> it.environment(name)).orElse(Environment.NONE);
    }

    static EnvironmentFile read(Path file) {
        try {
            var content = Toml.parse(file);
            if (content.hasErrors()) {
                throw malformed(file, content.errors().get(0).toString());
            }
            return new EnvironmentFile(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The environment of this name; for {@code default} that the file does not have, nothing is known.
     *
     * @throws ProblemException if the name is none of the file's
     */
    public Environment environment(String name) {
        var table = table(content, name);
        if (table.isEmpty()) {
            if (name.equals(USUAL)) {
                return Environment.NONE;
            }
            var known = new TreeSet<String>();
            content.keySet().stream()
                    .filter(key -> content.get(key) instanceof TomlTable)
                    .forEach(known::add);
            throw unknown(name, "it has " + (known.isEmpty() ? "none" : String.join(", ", known)), file.toString());
        }
        var values = values(table.get());
        return new Environment(
                text(values, "region"),
                text(values, "profile"),
                text(values, "stack_name"),
                overrides(values.get("parameter_overrides")));
    }

    /** How long an environment's deployments are waited for. */
    public Waiting waiting(String name) {
        var values = table(content, name).map(EnvironmentFile::values).orElse(Map.of());
        return new Waiting(
                values.get("max_wait_duration") instanceof Long minutes ? Optional.of(minutes) : Optional.empty(),
                values.containsKey("role_arn"),
                capabilities(values.get("capabilities")));
    }

    private static Map<String, Object> values(TomlTable environment) {
        var values = new HashMap<String, Object>();
        for (var section : SECTIONS) {
            table(environment, section)
                    .flatMap(command -> table(command, "parameters"))
                    .ifPresent(all -> all.keySet().forEach(key -> values.put(key, value(all, key))));
        }
        return values;
    }

    /**
     * How long an environment's deployments are waited for.
     *
     * @param minutes how many minutes, if the file says so
     * @param hasRole whether CloudFormation has a role of its own, so that no one's temporary credentials end meanwhile
     * @param capabilities what CloudFormation is allowed
     */
    public record Waiting(Optional<Long> minutes, boolean hasRole, Set<String> capabilities) {
        /** Copies the set. */
        public Waiting {
            capabilities = Set.copyOf(capabilities);
        }
    }

    /** A list, or one text with blanks or commas. */
    private static Set<String> capabilities(@Nullable Object given) {
        var texts = given instanceof TomlArray list
                ? list.toList().stream().map(Object::toString)
                : Stream.of(String.valueOf(given).split("[,\\s]+"));
        return texts.collect(Collectors.toSet());
    }

    private Map<String, String> overrides(@Nullable Object given) {
        if (given == null) {
            return Map.of();
        }
        try {
            if (given instanceof org.tomlj.TomlArray list) {
                var all = new HashMap<String, String>();
                list.toList().forEach(one -> all.putAll(Overrides.parse(one.toString())));
                return all;
            }
            return Overrides.parse(given.toString());
        } catch (IllegalArgumentException e) {
            throw malformed(file, "parameter_overrides: " + e.getMessage());
        }
    }

    private static Object value(TomlTable table, String key) {
        var value = table.get(List.of(key));
        return value == null ? "" : value;
    }

    private static Optional<TomlTable> table(TomlTable parent, String key) {
        return parent.get(List.of(key)) instanceof TomlTable table ? Optional.of(table) : Optional.empty();
    }

    private static Optional<String> text(Map<String, Object> values, String key) {
        return Optional.ofNullable(values.get(key)).map(Object::toString).filter(text -> !text.isBlank());
    }

    private static ProblemException unknown(String name, String facts, String where) {
        return new ProblemException(
                ProblemCode.UNKNOWN_ENVIRONMENT,
                "there is no environment '" + name + "', " + facts,
                where,
                "Correct -Ddynamodb-migrations.configEnv, or add [" + name + ".deploy.parameters] to the file.");
    }

    private static ProblemException malformed(Path file, String what) {
        return new ProblemException(
                ProblemCode.SAMCONFIG_UNREADABLE, what, file.toString(), "Mend it; sam deploy reads it too.");
    }
}
