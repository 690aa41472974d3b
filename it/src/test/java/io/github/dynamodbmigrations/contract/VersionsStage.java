package io.github.dynamodbmigrations.contract;

import static io.github.dynamodbmigrations.responder.DeliveredEvents.context;
import static io.github.dynamodbmigrations.responder.DeliveredEvents.request;

import io.github.dynamodbmigrations.engine.ExecutionStatus;
import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.integration.LocalDynamo;
import io.github.dynamodbmigrations.lambda.VersionsHandler;
import io.github.dynamodbmigrations.lambda.VersionsPlace;
import io.github.dynamodbmigrations.responder.Sink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A version machine over a history of its own, with the machines of four migrations of one table. */
final class VersionsStage {
    static final String OF_VERSIONS = "arn:aws:states:us-east-1:000000000000:execution:dm-versions-abc:";
    private static final String MACHINE = "arn:aws:states:us-east-1:000000000000:stateMachine:dm-%d-abc";
    private static final List<Long> VERSIONS = List.of(1L, 2L, 9L, 10L);

    final Deployed deployed;
    /** What the user's function was called with. */
    final List<Object> calls = new ArrayList<>();
    /** What it does. */
    Function<Map<String, Object>, Object> runner = call -> Map.of("status", "SUCCEEDED");

    private final HistorySettings settings;
    private final VersionsHandler versions;
    private final Set<String> followed = new HashSet<>();

    VersionsStage() {
        this(history -> history);
    }

    /** One whose history is kept in another way than the usual one. */
    VersionsStage(UnaryOperator<HistorySettings> kept) {
        this(kept, false);
    }

    /** One whose history may lie in the table that is migrated. */
    VersionsStage(UnaryOperator<HistorySettings> kept, boolean isInside) {
        deployed = new Deployed(isInside);
        settings = kept.apply(HistorySettings.of(deployed.history));
        versions = new VersionsHandler(deployed.environment, new VersionsPlace("abc", settings));
    }

    /** What the stack registers for our migrations. */
    VersionsStage ofMigrations() {
        return register(Map.of());
    }

    /** What a stack registers for a function of the user. */
    VersionsStage ofRunner() {
        return register(Map.of("Runner", "runner"));
    }

    VersionsStage register(Map<String, Object> more) {
        deployed.makeHistory(settings);
        var properties = new HashMap<String, Object>(Map.of(
                "BaselineVersion", "0",
                "Common", common(),
                "Machines",
                        List.of(String.join(
                                ",", VERSIONS.stream().map(MACHINE::formatted).toList())),
                "Migrations", VERSIONS.stream().map(this::own).toList()));
        properties.putAll(more);
        try (var sink = new Sink()) {
            versions.handleRequest(request("Create", "r1", sink.url(), "", properties), context(300_000));
            if (!Objects.requireNonNull(sink.only().get("Status")).text().equals("SUCCESS")) {
                throw new AssertionError(sink.taken());
            }
        }
        return this;
    }

    private Map<String, Object> common() {
        var common = new HashMap<>(deployed.inputOf("0", Map.of()));
        common.put(
                "history",
                Map.of(
                        "partitionKeyName", settings.partitionKeyName(),
                        "sortKeyName", settings.sortKeyName(),
                        "partitionValue", settings.partitionValue(),
                        "firstVersion", settings.firstVersion()));
        common.put("lockWaitSeconds", "15");
        common.keySet().removeAll(Set.of("version", "checksum", "reachedChecksum", "tables"));
        return common;
    }

    private Map<String, Object> own(long version) {
        var checksum = "v1:%016d".formatted(version);
        return Map.of(
                "version",
                Long.toString(version),
                "checksum",
                checksum,
                "reachedChecksum",
                checksum,
                "tables",
                Map.of("Shop", deployed.table),
                "parameters",
                Map.of());
    }

    /** Runs an execution to its end, and what it starts to theirs; says in which state it ended. */
    String run(Object input) {
        return run(UUID.randomUUID().toString(), input);
    }

    String run(String name, Object input) {
        return machine(name, input).run();
    }

    OneJvmStateMachine machine(String name, Object input) {
        var arn = OF_VERSIONS + name;
        deployed.workflow.statuses.put(arn, ExecutionStatus.RUNNING);
        var machine = new OneJvmStateMachine(
                Objects.requireNonNull(Emitted.files().get("versions/statemachine.asl.json")), arn, input, this::call);
        machine.entering = state -> {
            if (state.equals("Wait")) {
                followChildren();
            }
            if (state.equals("Succeeded") || state.equals("Migration Failed")) {
                deployed.workflow.statuses.put(arn, ExecutionStatus.OVER);
            }
        };
        return machine;
    }

    Map<String, Object> call(String function, Map<String, Object> call) {
        if (function.equals("${VersionsFunctionArn}")) {
            return versions.handleRequest(call, context(300_000));
        }
        var payload = OneJvmStateMachine.map(Objects.requireNonNull(call.get("Payload")));
        calls.add(payload);
        return Map.of("Payload", runner.apply(payload));
    }

    /** Makes the last call of a machine again. */
    void repeat(OneJvmStateMachine machine) {
        call("${VersionsFunctionArn}", machine.lastCall());
    }

    /** What becomes of an execution that was ended from outside. */
    void broken(String name, String status, String input) {
        deployed.workflow.statuses.put(OF_VERSIONS + name, ExecutionStatus.OVER);
        versions.handleRequest(
                Map.of(
                        "detail-type",
                        "Step Functions Execution Status Change",
                        "detail",
                        Map.of(
                                "executionArn",
                                OF_VERSIONS + name,
                                "status",
                                status,
                                "startDate",
                                1_767_225_600_000L,
                                "input",
                                input)),
                context(300_000));
    }

    /** Lets an execution that was started come as far as a state, and end there. */
    void die(String child, String state) {
        stay(child, state);
        deployed.workflow.stop(child, "by hand");
    }

    /** Lets an execution that was started come as far as a state, and stay there. */
    void stay(String child, String state) {
        followed.add(child);
        var machine = deployed.machine(child);
        machine.stops = Set.of(state);
        machine.run();
    }

    private void followChildren() {
        for (var child : List.copyOf(deployed.workflow.started.keySet())) {
            if (followed.add(child)) {
                deployed.follow(child);
            }
        }
    }

    /** The versions whose executions were started, in order, with a minus for those that were undone. */
    List<String> started() {
        return deployed.workflow.started.values().stream()
                .map(input -> (input.containsKey("direction") ? "-" : "") + input.get("version"))
                .toList();
    }

    /** A query as seed 2's README describes it: by the partition, and by the beginning of the sort key. */
    List<Map<String, AttributeValue>> query(String sortStart) {
        return query("#p = :p AND begins_with(#s, :s)", sortStart);
    }

    /** All items of the history's main partition. */
    List<Map<String, AttributeValue>> all() {
        return query("#p = :p AND #s > :s", " ");
    }

    private List<Map<String, AttributeValue>> query(String condition, String sort) {
        try (var client = LocalDynamo.client()) {
            return client.query(query -> query.tableName(settings.table())
                            .keyConditionExpression(condition)
                            .expressionAttributeNames(
                                    Map.of("#p", settings.partitionKeyName(), "#s", settings.sortKeyName()))
                            .expressionAttributeValues(Map.of(
                                    ":p",
                                    AttributeValue.fromS(settings.partitionValue()),
                                    ":s",
                                    AttributeValue.fromS(sort))))
                    .items();
        }
    }

    /** The current status: its status and its version. */
    String current() {
        var item = query("CURRENT_STATUS").get(0);
        return text(item, "status") + " " + text(item, "version");
    }

    static String text(Map<String, AttributeValue> item, String name) {
        var value = Objects.requireNonNull(item.get(name), name);
        return value.s() == null ? value.n() : value.s();
    }

    static Map<String, AttributeValue> metadata(Map<String, AttributeValue> item) {
        return Objects.requireNonNull(item.get("metadata")).m();
    }

    /** Fills the history as seed 2 has left it. */
    void put(Map<String, AttributeValue> item) {
        deployed.makeHistory(settings);
        try (var client = LocalDynamo.client()) {
            client.putItem(request -> request.tableName(settings.table()).item(item));
        }
    }
}
