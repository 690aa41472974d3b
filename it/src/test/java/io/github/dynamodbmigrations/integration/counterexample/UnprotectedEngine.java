package io.github.dynamodbmigrations.integration.counterexample;

import static java.util.stream.Collectors.toMap;

import io.github.dynamodbmigrations.catalog.MigrationCatalog;
import io.github.dynamodbmigrations.engine.EnginePorts;
import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.integration.LocalDynamo;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The engine of a process of its own, with one of its protections switched off. */
final class UnprotectedEngine {
    private UnprotectedEngine() {}

    static void migrate(String[] arguments, UnaryOperator<EnginePorts> without) {
        var settings = Stream.of(arguments)
                .map(argument -> argument.split("=", 2))
                .collect(toMap(setting -> setting[0], setting -> setting[1]));
        System.setProperty(LocalDynamo.ELSEWHERE, required(settings, "endpoint"));
        new LocalEngine(
                        required(settings, "tables.Shop"),
                        HistorySettings.of(required(settings, "historyTable")),
                        without)
                .migrate(MigrationCatalog.load(UnprotectedEngine.class.getClassLoader()));
        System.exit(0);
    }

    private static String required(Map<String, String> settings, String name) {
        return Objects.requireNonNull(settings.get(name));
    }
}
