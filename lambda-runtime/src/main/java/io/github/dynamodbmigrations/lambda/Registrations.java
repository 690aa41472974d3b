package io.github.dynamodbmigrations.lambda;

import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.versions.Registration;
import io.github.dynamodbmigrations.versions.VersionStore;
import io.github.dynamodbmigrations.workflow.InputText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the version machine's stack says of itself, as its template writes it.
 *
 * @param store remembers it
 * @param stack the unique part of the stack's id
 */
record Registrations(VersionStore store, String stack) {
    private static final String BASELINE = "baselineVersion";
    private static final Pattern MACHINE = Pattern.compile(".*:stateMachine:dm-(\\d{1,19})-.*");

    void remember(Event properties) {
        store.register(stack, InputText.write(properties.all()));
    }

    Registration read() {
        return store.registered(stack)
                .map(InputText::read)
                .map(Event::new)
                .map(Registrations::read)
                .orElseThrow(() -> FailureCode.NOT_REGISTERED.exception(
                        "stack of the version machine has registered nothing. Deploy it again."));
    }

    private static Registration read(Event properties) {
        var machines = new HashMap<Long, String>();
        texts(properties, "Machines")
                .flatMap(list -> Stream.of(list.split(",", -1)))
                .map(MACHINE::matcher)
                .filter(Matcher::matches)
                .forEach(machine -> machines.put(Long.valueOf(machine.group(1)), machine.group()));
        var inputs = new HashMap<Long, Map<String, Object>>();
        elements(properties, "Migrations")
                .map(own -> new Event((Map<?, ?>) own))
                .forEach(own -> inputs.put(own.number("version"), own.all()));
        var common = properties.event("Common").all();
        if (!inputs.isEmpty()) {
            common.put(BASELINE, properties.find("BaselineVersion").orElse("0"));
        }
        return new Registration(machines, inputs, common, properties.find("Runner"));
    }

    private static Stream<String> texts(Event properties, String name) {
        return elements(properties, name).map(String::valueOf);
    }

    private static Stream<?> elements(Event properties, String name) {
        return properties.fields().get(name) instanceof List<?> list ? list.stream() : Stream.of();
    }
}
