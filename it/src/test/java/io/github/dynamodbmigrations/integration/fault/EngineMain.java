package io.github.dynamodbmigrations.integration.fault;

import static java.util.stream.Collectors.toMap;

import io.github.dynamodbmigrations.run.DirectEntry;
import java.util.stream.Stream;

/** The engine as a process of its own, which can be killed: its arguments are settings, {@code name=value}. */
public final class EngineMain {
    private EngineMain() {}

    /** Runs a goal; ends with 1 after a failure. */
    public static void main(String[] arguments) {
        var settings = Stream.of(arguments)
                .map(argument -> argument.split("=", 2))
                .collect(toMap(setting -> setting[0], setting -> setting[1]));
        var result = DirectEntry.run(settings, System.out);
        result.values().forEach(System.out::println);
        System.exit(result.isEmpty() ? 0 : 1);
    }
}
