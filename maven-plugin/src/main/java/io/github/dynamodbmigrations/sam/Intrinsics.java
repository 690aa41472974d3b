package io.github.dynamodbmigrations.sam;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Evaluates CloudFormation's intrinsic functions as far as the template itself says what they yield: from parameters'
 * defaults, mappings and conditions. All else becomes {@link Unresolved}, and hurts only where somebody needs it.
 */
final class Intrinsics {
    private static final Object NO_VALUE = new Object();
    private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{([^}]*)}");

    private final Map<String, Object> parameters;
    private final Map<String, Object> mappings;
    private final Conditions conditions;

    Intrinsics(Map<String, Object> template) {
        this.parameters = Maps.child(template, "Parameters");
        this.mappings = Maps.child(template, "Mappings");
        this.conditions = new Conditions(Maps.child(template, "Conditions"), this::resolve);
    }

    /** The same value with everything evaluated that can be. */
    Object resolve(Object value) {
        if (value instanceof List<?> list) {
            List<Object> resolved = new ArrayList<>();
            list.forEach(element -> ifValue(resolve(element), resolved::add));
            return resolved;
        }
        if (value instanceof String text) {
            return text.contains("{{resolve:") ? new Unresolved("a dynamic reference") : text;
        }
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        if (map.size() == 1) {
            var entry = map.entrySet().iterator().next();
            var name = (String) entry.getKey();
            if (name.equals("Ref") || name.startsWith("Fn::")) {
                return function(name, entry.getValue());
            }
        }
        Map<String, Object> resolved = new LinkedHashMap<>();
        map.forEach((key, element) -> ifValue(resolve(element), v -> resolved.put((String) key, v)));
        return resolved;
    }

    private static void ifValue(Object value, Consumer<Object> action) {
        if (value != NO_VALUE) {
            action.accept(value);
        }
    }

    private Object function(String name, Object argument) {
        return switch (name) {
            case "Ref" -> argument instanceof String ref ? ref(ref) : new Unresolved("Ref of no name");
            case "Fn::If" -> choose(argument);
            case "Fn::Sub" -> substitute(argument);
            case "Fn::FindInMap" -> arguments(name, argument, 3, this::findInMap);
            case "Fn::Join" -> arguments(name, argument, 2, Intrinsics::join);
            case "Fn::Split" -> arguments(name, argument, 2, Intrinsics::split);
            case "Fn::Select" -> arguments(name, argument, 2, Intrinsics::select);
            case "Fn::Base64" ->
                resolve(argument) instanceof String text
                        ? Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))
                        : new Unresolved(name);
            default -> new Unresolved(name + (argument instanceof String text ? " of " + text : ""));
        };
    }

    private Object ref(String name) {
        return switch (name) {
            case "AWS::NoValue" -> NO_VALUE;
            case "AWS::Partition" -> "aws";
            case "AWS::URLSuffix" -> "amazonaws.com";
            default -> parameters.containsKey(name) ? parameter(name) : new Unresolved("Ref of " + name);
        };
    }

    private Object parameter(String name) {
        var parameter = Maps.child(parameters, name);
        var type = Maps.text(parameter, "Type").orElse("String");
        if (type.startsWith("AWS::SSM::Parameter::Value")) {
            return new Unresolved("parameter " + name + ", whose value is kept in SSM");
        }
        return Maps.text(parameter, "Default")
                .<Object>map(value -> type.equals("CommaDelimitedList") || type.startsWith("List<")
                        ? List.of(value.split("\\s*,\\s*"))
                        : value)
                .orElseGet(() -> new Unresolved("parameter " + name + ", which has no Default"));
    }

    private Object choose(Object argument) {
        if (!(argument instanceof List<?> list) || list.size() != 3 || !(list.get(0) instanceof String condition)) {
            return new Unresolved("Fn::If without a condition and two values");
        }
        return conditions
                .holds(condition)
                .map(holds -> resolve(list.get(holds ? 1 : 2)))
                .orElseGet(() -> new Unresolved("condition " + condition));
    }

    private Object substitute(Object argument) {
        Map<?, ?> local = argument instanceof List<?> list && list.size() == 2 && list.get(1) instanceof Map<?, ?> map
                ? map
                : Map.of();
        Object template = argument instanceof List<?> list && !list.isEmpty() ? list.get(0) : argument;
        if (!(template instanceof String text)) {
            return new Unresolved("Fn::Sub without a text");
        }
        List<Unresolved> missing = new ArrayList<>();
        var result = SUBSTITUTION.matcher(text).replaceAll(match -> {
            var name = match.group(1).strip();
            if (name.startsWith("!")) {
                return "\\${" + Matcher.quoteReplacement(name.substring(1)) + "}";
            }
            Object localValue = local.get(name);
            Object value = localValue != null ? resolve(localValue) : ref(name);
            if (value instanceof String known) {
                return Matcher.quoteReplacement(known);
            }
            missing.add(value instanceof Unresolved unresolved ? unresolved : new Unresolved("Fn::Sub of " + name));
            return "";
        });
        return missing.isEmpty() ? resolve(result) : missing.get(0);
    }

    private Object arguments(String name, Object argument, int count, Function<List<Object>, Object> function) {
        if (!(resolve(argument) instanceof List<?> resolved) || resolved.size() < count) {
            return new Unresolved(name + " without " + count + " arguments");
        }
        List<Object> list = new ArrayList<>(resolved);
        return list.stream().filter(Unresolved.class::isInstance).findFirst().orElseGet(() -> function.apply(list));
    }

    private Object findInMap(List<Object> path) {
        Object found = mappings;
        for (Object key : path.subList(0, 3)) {
            found = found instanceof Map<?, ?> map && map.containsKey(key) ? map.get(key) : NO_VALUE;
        }
        if (found != NO_VALUE) {
            return resolve(found);
        }
        return path.size() > 3 && path.get(3) instanceof Map<?, ?> options && options.get("DefaultValue") != null
                ? options.get("DefaultValue")
                : new Unresolved("Fn::FindInMap of " + path.subList(0, 3));
    }

    private static Object join(List<Object> arguments) {
        return arguments.get(1) instanceof List<?> parts && parts.stream().allMatch(String.class::isInstance)
                ? parts.stream()
                        .map(String.class::cast)
                        .collect(Collectors.joining(arguments.get(0).toString()))
                : new Unresolved("Fn::Join");
    }

    private static Object split(List<Object> arguments) {
        return arguments.get(1) instanceof String text && arguments.get(0) instanceof String delimiter
                ? List.of(text.split(Pattern.quote(delimiter), -1))
                : new Unresolved("Fn::Split");
    }

    private static Object select(List<Object> arguments) {
        if (arguments.get(0) instanceof String text
                && text.matches("\\d{1,6}")
                && arguments.get(1) instanceof List<?> list
                && Integer.parseInt(text) < list.size()) {
            return list.get(Integer.parseInt(text));
        }
        return new Unresolved("Fn::Select");
    }
}
