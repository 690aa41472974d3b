package io.github.dynamodbmigrations.rights;

import io.github.dynamodbmigrations.deployed.Cloud;
import io.github.dynamodbmigrations.deployed.Sam;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/**
 * An application as it was deployed: what each resource of its templates has become.
 *
 * @param templates the templates of its children, by their paths
 * @param resources the physical ids of each child's resources
 * @param parameters what each child was given
 */
record Installation(
        Map<String, Map<String, Object>> templates,
        Map<String, Map<String, String>> resources,
        Map<String, Map<String, String>> parameters) {
    static final String CORE = "core/template.yaml";
    static final String VERSIONS = "versions/template.yaml";

    /** The templates of an emitted application, that of the root left out. */
    static Map<String, Map<String, Object>> templates(Path root) {
        var templates = new TreeMap<String, Map<String, Object>>();
        children(root).values().forEach(path -> templates.put(path, Tree.read(root.resolveSibling(path))));
        return templates;
    }

    /** Deployed by somebody, who needs the policy for that. */
    static Installation deploy(Person person, String name, Path root, Map<String, String> given) {
        var ended = Sam.deploy(person.accessKeyId(), person.secretAccessKey(), name, root, given);
        if (!ended.succeeded()) {
            throw new AssertionError(ended);
        }
        var resources = new HashMap<String, Map<String, String>>();
        var parameters = new HashMap<String, Map<String, String>>();
        try (var client = Cloud.stacks()) {
            var stacks = resources(client, name);
            children(root).forEach((id, path) -> {
                resources.put(path, resources(client, Tree.at(stacks, id)));
                parameters.put(path, parameters(client, Tree.at(stacks, id)));
            });
        }
        return new Installation(templates(root), resources, parameters);
    }

    /** The paths of the children, by their logical ids, in the order of the root template. */
    private static Map<String, String> children(Path root) {
        var paths = new LinkedHashMap<String, String>();
        Tree.map(Tree.read(root), "Resources").forEach((id, resource) -> {
            var location = Tree.map(Tree.map(resource), "Properties").get("Location");
            paths.put(id, (String) location);
        });
        return paths;
    }

    private static Map<String, String> resources(CloudFormationClient client, String stack) {
        var ids = new HashMap<String, String>();
        client.describeStackResources(request -> request.stackName(stack))
                .stackResources()
                .forEach(resource -> ids.put(resource.logicalResourceId(), resource.physicalResourceId()));
        return ids;
    }

    private static Map<String, String> parameters(CloudFormationClient client, String stack) {
        var values = new HashMap<String, String>();
        for (var parameter : client.describeStacks(request -> request.stackName(stack)).stacks().stream()
                .map(Stack::parameters)
                .findFirst()
                .orElseThrow()) {
            values.put(parameter.parameterKey(), parameter.parameterValue());
        }
        return values;
    }

    String resource(String path, String logicalId) {
        return Tree.at(Tree.at(resources, path), logicalId);
    }

    List<Right> rights() {
        return templates.entrySet().stream()
                .flatMap(template -> Right.of(template.getKey(), template.getValue()).stream())
                .toList();
    }

    Map<String, Map<String, Object>> customResources(String path) {
        var found = new TreeMap<String, Map<String, Object>>();
        Tree.map(Tree.at(templates, path), "Resources").forEach((id, resource) -> {
            if (String.valueOf(Tree.map(resource).get("Type")).startsWith("Custom::")) {
                found.put(id, Tree.map(resource));
            }
        });
        return found;
    }

    /** A part of a template with the ids of what was deployed, and with the values of parameters that are given. */
    Object physical(String path, Object tree, Map<String, String> values) {
        return Tree.replaced(tree, part -> {
            var map = Tree.map(part);
            if (map.containsKey("Fn::GetAtt")) {
                var function =
                        resource(path, (String) Tree.list(map, "Fn::GetAtt").get(0));
                return "arn:aws:lambda:" + Cloud.REGION + ":000000000000:function:" + function;
            }
            if (!(map.get("Ref") instanceof String id)) {
                return part;
            }
            return Tree.at(resources, path).containsKey(id)
                    ? resource(path, id)
                    : values.isEmpty()
                            ? part
                            : values.getOrDefault(id, Tree.at(parameters, path).getOrDefault(id, ""));
        });
    }

    List<Parameter> parametersOf(String path, Map<String, String> others) {
        var all = new HashMap<>(parameters.get(path));
        all.putAll(others);
        return all.entrySet().stream()
                .map(entry -> Parameter.builder()
                        .parameterKey(entry.getKey())
                        .parameterValue(entry.getValue())
                        .build())
                .toList();
    }
}
