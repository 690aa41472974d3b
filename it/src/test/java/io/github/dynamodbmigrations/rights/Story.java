package io.github.dynamodbmigrations.rights;

import io.github.dynamodbmigrations.deployed.Cloud;
import io.github.dynamodbmigrations.responder.Sink;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.OnFailure;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/**
 * One more deployment of the custom resources of a child, whose functions, machine and roles are there already.
 *
 * @param stack what CloudFormation calls the deployment
 * @param succeeded whether CloudFormation was told so
 * @param reasons what it was told
 */
record Story(String stack, boolean succeeded, List<String> reasons) {
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final long POLL_MILLIS = 100;

    static Story deploy(Installation installation, String path, Map<String, String> parameters) {
        var name = "story-" + UUID.randomUUID().toString().substring(0, 8);
        try (var client = Cloud.stacks()) {
            client.createStack(request -> request.stackName(name)
                    .templateBody(template(installation, path))
                    .onFailure(OnFailure.DO_NOTHING)
                    .parameters(installation.parametersOf(path, parameters)));
            return await(client, name);
        }
    }

    /** The custom resources alone, about what was deployed. */
    private static String template(Installation installation, String path) {
        var resources = new LinkedHashMap<String, Object>();
        installation
                .customResources(path)
                .forEach((id, resource) -> resources.put(
                        id, Map.of("Type", Tree.at(resource, "Type"), "Properties", Tree.map(resource, "Properties"))));
        var parameters = Tree.map(Tree.at(installation.templates(), path), "Parameters");
        return Tree.json(
                Map.of("Parameters", parameters, "Resources", installation.physical(path, resources, Map.of())));
    }

    private static Story await(CloudFormationClient client, String name) {
        var end = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < end) {
            var status = client.describeStacks(request -> request.stackName(name))
                    .stacks()
                    .get(0)
                    .stackStatusAsString();
            if (!status.endsWith("IN_PROGRESS")) {
                return new Story(name, status.equals("CREATE_COMPLETE"), reasons(client, name));
            }
            pause();
        }
        return new Story(name, false, List.of("no end after " + LONGEST));
    }

    private static List<String> reasons(CloudFormationClient client, String name) {
        return client.describeStackEvents(request -> request.stackName(name)).stackEvents().stream()
                .filter(event -> event.resourceStatusAsString().endsWith("FAILED"))
                .map(StackEvent::resourceStatusReason)
                .toList();
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The same trigger goes: what its function answers. */
    Story departing(Installation installation, String path, Map<String, String> parameters) {
        var id = installation.customResources(path).keySet().iterator().next();
        var properties = Tree.map(Tree.at(installation.customResources(path), id), "Properties");
        try (var sink = new Sink(InetAddress.getByName(Cloud.endpoint().getHost()));
                var stacks = Cloud.stacks();
                var functions = Cloud.functions()) {
            var known = stacks.describeStackResource(
                            request -> request.stackName(stack).logicalResourceId(id))
                    .stackResourceDetail();
            var event = Map.of(
                    "RequestType", "Delete",
                    "RequestId", "departure",
                    "ResponseURL", sink.url(),
                    "StackId", known.stackId(),
                    "LogicalResourceId", id,
                    "PhysicalResourceId", known.physicalResourceId(),
                    "ResourceProperties", installation.physical(path, properties, parameters));
            functions.invoke(request -> request.functionName(installation.resource(path, "ControlFunction"))
                    .payload(SdkBytes.fromUtf8String(Tree.json(event))));
            var reason = Tree.at(sink.only(), "Reason").text();
            return new Story(stack, !reason.startsWith("DM"), List.of(reason));
        } catch (UnknownHostException unknown) {
            throw new IllegalStateException(unknown);
        }
    }

    boolean names(Right right) {
        return reasons.stream().anyMatch(reason -> reason.contains(right.action()));
    }
}
