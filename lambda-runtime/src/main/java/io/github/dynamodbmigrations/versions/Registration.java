package io.github.dynamodbmigrations.versions;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a stack has registered for its version machine.
 *
 * @param machines by version, the ARN of the state machine that runs it
 * @param inputs by version, what its executions are started with
 * @param common what all of them are started with, also where there are none
 * @param runner the user's function that migrates in their place, if there is one
 */
public record Registration(
        Map<Long, String> machines,
        Map<Long, Map<String, Object>> inputs,
        Map<String, Object> common,
        Optional<String> runner) {
    /** Copies the maps. */
    public Registration {
        machines = Map.copyOf(machines);
        inputs = Map.copyOf(inputs);
        common = Map.copyOf(common);
    }

    /**
     * The state machine that goes a leg.
     *
     * @param leg the leg
     * @return its ARN, if the stack has one
     */
    public Optional<String> machine(Leg leg) {
        return Optional.ofNullable(machines.get(leg.version()));
    }

    /** The tables of its migrations: names or ARNs by logical table. */
    public Map<String, String> tables() {
        return texts("tables");
    }

    /** The roles that reach those of them that are not reached directly, by logical table. */
    public Map<String, String> tableRoles() {
        return texts("tableRoles");
    }

    private Map<String, String> texts(String field) {
        var texts = new TreeMap<String, String>();
        for (var input : inputs.values()) {
            if (input.get(field) instanceof Map<?, ?> map) {
                map.forEach((name, value) -> texts.put(String.valueOf(name), String.valueOf(value)));
            }
        }
        return texts;
    }

    /**
     * What an execution of a version is started with: exactly what its trigger starts it with, and a direction if that is
     * not up.
     *
     * @param step the step
     * @return its input
     */
    public Map<String, Object> input(Leg step) {
        var input = new TreeMap<>(common);
        input.putAll(inputs.getOrDefault(step.version(), Map.of()));
        if (step.isDown()) {
            input.put(Leg.DIRECTION, step.direction().name());
        }
        return input;
    }
}
