package io.github.dynamodbmigrations.contract;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/** Follows an emitted state machine in this JVM; waits only move its clock, and states that it does not know are refused. */
final class OneJvmStateMachine {
    /** Every state that was entered, in order. */
    final List<String> entered = new ArrayList<>();
    /** All that was handed to states. */
    final List<String> trace = new ArrayList<>();
    /** What children of maps have failed with. */
    final List<RuntimeException> failures = new ArrayList<>();
    /** Sees each state before it is entered. */
    Consumer<String> entering = state -> {};
    /** Where to stop. */
    Set<String> stops = Set.of();

    /** A failure to which Step Functions gives a name, and not the function that was called. */
    static final class Refusal extends RuntimeException {
        private final String error;

        Refusal(String error) {
            this.error = error;
        }
    }

    private static final String REDRIVES = "RedriveCount";
    private static final Pattern ELEMENT = Pattern.compile("States.ArrayGetItem\\(States.Array\\((.*)\\), (.*)\\)");
    private static final String ENTERED_TIME = "EnteredTime";

    private final Map<String, Object> clock = new HashMap<>(Map.of(ENTERED_TIME, "2026-01-01T00:00:01Z"));
    private Map<String, Object> lastCall = Map.of();
    private String stoppedAt = "";
    private Map<String, Object> stoppedWith = Map.of();
    private final Map<String, Object> definition;
    private final Map<String, Object> context;
    private final Map<String, Object> execution;
    private final BiFunction<String, Map<String, Object>, Map<String, Object>> functions;

    OneJvmStateMachine(
            String definition,
            String execution,
            Object input,
            BiFunction<String, Map<String, Object>, Map<String, Object>> functions) {
        this.definition = map(value(JsonNode.parser().parse(definition)));
        this.execution = new HashMap<>(
                Map.of("Id", execution, "StartTime", "2026-01-01T00:00:00Z", "Input", input, REDRIVES, 0));
        this.context = Map.of("State", clock, "Execution", this.execution);
        this.functions = functions;
    }

    /** Runs to an end, or to a state that is not followed; says which. */
    String run() {
        var input = at(context, "$.Execution.Input").orElseThrow();
        // What is no object is replaced before it is looked into.
        return follow(definition, input instanceof Map<?, ?> ? map(input) : Map.of(), context);
    }

    /** Goes on where it has stopped, as a redriven execution does, and now to an end. */
    String redrive() {
        stops = Set.of();
        execution.merge(REDRIVES, 1, (before, one) -> (int) before + (int) one);
        return follow(definition, stoppedAt, stoppedWith, context);
    }

    /** What a function was called with last. */
    Map<String, Object> lastCall() {
        return lastCall;
    }

    /** What its clock says. */
    Instant now() {
        return Instant.parse(text(clock, ENTERED_TIME));
    }

    private String follow(Map<String, Object> machine, Map<String, Object> input, Map<String, Object> around) {
        return follow(machine, text(machine, "StartAt"), input, around);
    }

    private String follow(
            Map<String, Object> machine, String start, Map<String, Object> input, Map<String, Object> around) {
        var name = start;
        var data = input;
        while (true) {
            var state = map(field(map(field(machine, "States")), name));
            entering.accept(name);
            entered.add(name);
            trace.add(name + " " + data);
            if (stops.contains(name)) {
                stoppedAt = name;
                stoppedWith = data;
                return name;
            }
            var next =
                    text(state, state.containsKey("Default") ? "Default" : state.containsKey("End") ? "End" : "Next");
            switch (text(state, "Type")) {
                case "Wait" -> pass(at(data, text(state, "SecondsPath")));
                case "Choice" -> next = choose(state, data).orElse(next);
                case "Pass" -> data = result(state, data, passed(state, data));
                case "Task", "Map" -> {
                    try {
                        data = result(state, data, persistently(state, data, around));
                    } catch (RuntimeException thrown) {
                        var handler = rule(state, "Catch", thrown).orElseThrow(() -> thrown);
                        data = result(handler, data, Map.of("Error", name(thrown), "Cause", "left out"));
                        next = text(handler, "Next");
                    }
                }
                case "Succeed", "Fail" -> {
                    return name;
                }
                default -> throw new IllegalStateException("a state of unknown type: " + name);
            }
            if (state.containsKey("End")) {
                return name;
            }
            name = next;
        }
    }

    private static Object passed(Map<String, Object> state, Map<String, Object> data) {
        return state.containsKey("Result")
                ? field(state, "Result")
                : at(data, text(state, "InputPath")).orElseThrow();
    }

    private void pass(Optional<Object> seconds) {
        assertTrue(seconds.isPresent());
        clock.put(
                ENTERED_TIME,
                now().plusSeconds(Long.parseLong(seconds.get().toString())).toString());
    }

    /** Works again as the state's Retry says; where chance decides how long to wait, it does not wait at all. */
    private Object persistently(Map<String, Object> state, Map<String, Object> data, Map<String, Object> around) {
        var made = new HashMap<Map<String, Object>, Integer>();
        while (true) {
            try {
                return work(state, data, around);
            } catch (RuntimeException thrown) {
                var rule = rule(state, "Retry", thrown).orElseThrow(() -> thrown);
                var before = made.merge(rule, 1, Integer::sum) - 1;
                if (before >= number(rule, "MaxAttempts")) {
                    throw thrown;
                }
                var delay = number(rule, "IntervalSeconds") * Math.pow(number(rule, "BackoffRate"), before);
                var isCertain = text(rule, "JitterStrategy").equals("NONE");
                pass(Optional.of(isCertain ? (long) Math.min(delay, number(rule, "MaxDelaySeconds")) : 0));
            }
        }
    }

    private static Optional<Map<String, Object>> rule(Map<String, Object> state, String kind, RuntimeException thrown) {
        return list(state.getOrDefault(kind, List.of())).stream()
                .map(OneJvmStateMachine::map)
                .filter(rule -> {
                    var errors = list(field(rule, "ErrorEquals"));
                    return errors.contains("States.ALL") || errors.contains(name(thrown));
                })
                .findFirst();
    }

    private static String name(RuntimeException thrown) {
        return thrown instanceof Refusal refusal
                ? refusal.error
                : thrown.getClass().getName();
    }

    private static int number(Map<String, Object> rule, String name) {
        return Integer.parseInt(text(rule, name));
    }

    private Object work(Map<String, Object> state, Map<String, Object> data, Map<String, Object> around) {
        if (text(state, "Type").equals("Task")) {
            var call = map(filled(field(state, "Parameters"), data, around));
            trace.add("call " + call);
            lastCall = call;
            return functions.apply(text(state, "Resource"), call);
        }
        for (var item : list(at(data, text(state, "ItemsPath")).orElseThrow())) {
            var inItem = new LinkedHashMap<>(around);
            inItem.put("Map", Map.of("Item", Map.of("Value", item)));
            followChild(map(field(state, "ItemProcessor")), map(filled(field(state, "ItemSelector"), data, inItem)));
        }
        return List.of();
    }

    /** An execution of its own, of whose failure the map says only that there was one. */
    private void followChild(Map<String, Object> machine, Map<String, Object> input) {
        var execution = Map.of("Id", "the id of a child", "Input", input);
        try {
            var end = follow(machine, input, Map.of("State", clock, "Execution", execution));
            if (!text(map(field(map(field(machine, "States")), end)), "Type").equals("Fail")) {
                return;
            }
        } catch (RuntimeException thrown) {
            failures.add(thrown);
        }
        throw new Refusal("States.ExceedToleratedFailureThreshold");
    }

    private static Object filled(Object template, Map<String, Object> data, Map<String, Object> around) {
        if (!(template instanceof Map<?, ?>)) {
            return template;
        }
        var filled = new LinkedHashMap<String, Object>();
        map(template).forEach((name, value) -> {
            if (!name.endsWith(".$")) {
                filled.put(name, filled(value, data, around));
                return;
            }
            filled.put(name.substring(0, name.length() - 2), found(value.toString(), data, around));
        });
        return filled;
    }

    private static Object found(String path, Map<String, Object> data, Map<String, Object> around) {
        var element = ELEMENT.matcher(path);
        if (element.matches()) {
            if (!found(element.group(2), data, around).equals(0)) {
                throw new Refusal("States.IntrinsicFailure");
            }
            return found(element.group(1), data, around);
        }
        return (path.startsWith("$$.") ? at(around, path.substring(1)) : at(data, path)).orElseThrow();
    }

    private static Map<String, Object> result(Map<String, Object> state, Map<String, Object> data, Object result) {
        var path = state.getOrDefault("ResultPath", "$");
        if (path.equals("$")) {
            return map(result);
        }
        if (path.equals(Optional.empty())) {
            return data;
        }
        var next = new LinkedHashMap<>(data);
        next.put(path.toString().substring(2), result);
        return next;
    }

    private static Optional<String> choose(Map<String, Object> state, Map<String, Object> data) {
        return list(field(state, "Choices")).stream()
                .map(OneJvmStateMachine::map)
                .filter(choice -> holds(choice, data))
                .map(choice -> text(choice, "Next"))
                .findFirst();
    }

    private static boolean holds(Map<String, Object> rule, Map<String, Object> data) {
        if (rule.containsKey("And")) {
            return list(field(rule, "And")).stream().allMatch(part -> holds(map(part), data));
        }
        var found = at(data, text(rule, "Variable"));
        if (rule.containsKey("IsPresent")) {
            return found.isPresent();
        }
        return found.equals(
                Optional.of(field(rule, rule.containsKey("StringEquals") ? "StringEquals" : "BooleanEquals")));
    }

    private static Optional<Object> at(Map<String, Object> data, String path) {
        var found = Optional.<Object>of(data);
        for (var step : path.substring(1).split("\\.", -1)) {
            if (!step.isEmpty()) {
                found = found.flatMap(it -> Optional.ofNullable(map(it).get(step)));
            }
        }
        return found;
    }

    private static Object value(JsonNode node) {
        if (node.isObject()) {
            var map = new LinkedHashMap<String, Object>();
            node.asObject().forEach((name, field) -> map.put(name, value(field)));
            return map;
        }
        if (node.isArray()) {
            return node.asArray().stream().map(OneJvmStateMachine::value).toList();
        }
        return node.isBoolean() ? node.asBoolean() : node.isNull() ? Optional.empty() : node.text();
    }

    private static Object field(Map<String, Object> map, String name) {
        return Objects.requireNonNull(map.get(name), name);
    }

    private static String text(Map<String, Object> map, String name) {
        return map.getOrDefault(name, "").toString();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object value) {
        return (List<Object>) value;
    }
}
