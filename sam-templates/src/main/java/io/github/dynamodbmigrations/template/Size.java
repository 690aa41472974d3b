package io.github.dynamodbmigrations.template;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What counts against the limits of CloudFormation and IAM. */
final class Size {
    /** The longest value that a reference to a table, a function or a machine takes in a policy. */
    private static final int LONGEST_REFERENCE = 320;

    private static final Set<String> REFERENCES = Set.of("Ref", "Fn::GetAtt", "Fn::Sub");

    private Size() {}

    /** The resources of a template after SAM's transform, which adds one for how a function is invoked. */
    static int resources(Block template) {
        return section(template, "Resources").values().stream()
                .mapToInt(resource -> section(resource, "Properties").containsKey("EventInvokeConfig") ? 2 : 1)
                .sum();
    }

    static int parameters(Block template) {
        return section(template, "Parameters").size();
    }

    /** The characters of all policies of each role, by the role's logical id. */
    static Map<String, Integer> policies(Block template) {
        var sizes = new TreeMap<String, Integer>();
        section(template, "Resources").forEach((id, resource) -> {
            var properties = section(resource, "Properties");
            if (properties.containsKey("AssumeRolePolicyDocument")) {
                sizes.put(id, characters(properties.getOrDefault("Policies", "")));
            }
        });
        return sizes;
    }

    /** The characters of a part of a policy, without white space, each reference at its longest. */
    private static int characters(Object part) {
        if (part instanceof Block block) {
            if (block.fields().keySet().stream().anyMatch(REFERENCES::contains)) {
                return LONGEST_REFERENCE;
            }
            if (block.fields().get("Fn::If") instanceof List<?> choice) {
                return Math.max(characters(choice.get(1)), characters(choice.get(2)));
            }
            return block.fields().entrySet().stream()
                    .mapToInt(field -> field.getKey().length() + 4 + characters(field.getValue()))
                    .sum();
        }
        if (part instanceof List<?> list) {
            return list.stream().mapToInt(element -> characters(element) + 3).sum();
        }
        return part.toString().length() + 2;
    }

    private static Map<String, Object> section(Object owner, String name) {
        return owner instanceof Block block && block.fields().get(name) instanceof Block section
                ? section.fields()
                : Map.of();
    }
}
