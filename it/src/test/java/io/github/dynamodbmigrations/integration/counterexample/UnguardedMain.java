package io.github.dynamodbmigrations.integration.counterexample;

import static java.util.stream.Collectors.toMap;

import io.github.dynamodbmigrations.catalog.MigrationCatalog;
import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.integration.LocalDynamo;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** An engine in a process of its own that ignores the guards which others have set. */
public final class UnguardedMain {
    private UnguardedMain() {}

    /** Migrates as the settings say, {@code name=value}. */
    public static void main(String[] arguments) {
        var settings = Stream.of(arguments)
                .map(argument -> argument.split("=", 2))
                .collect(toMap(setting -> setting[0], setting -> setting[1]));
        System.setProperty(LocalDynamo.ELSEWHERE, required(settings, "endpoint"));
        new LocalEngine(
                        required(settings, "tables.Shop"),
                        HistorySettings.of(required(settings, "historyTable")),
                        Without::theGuardsThatWereSet)
                .migrate(MigrationCatalog.load(UnguardedMain.class.getClassLoader()));
        System.exit(0);
    }

    private static String required(Map<String, String> settings, String name) {
        return Objects.requireNonNull(settings.get(name));
    }
}
