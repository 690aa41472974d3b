package io.github.dynamodbmigrations.integration.history;

import io.github.dynamodbmigrations.checkpoint.Tally;
import io.github.dynamodbmigrations.deployment.Triggers;
import io.github.dynamodbmigrations.dynamo.DynamoConnection;
import io.github.dynamodbmigrations.engine.ExecutionStatus;
import io.github.dynamodbmigrations.engine.Workflow;
import io.github.dynamodbmigrations.history.Cause;
import io.github.dynamodbmigrations.history.Checksums;
import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.history.Owner;
import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.integration.LocalDynamo;
import io.github.dynamodbmigrations.integration.PlanVariant;
import io.github.dynamodbmigrations.lambda.ControlHandler;
import io.github.dynamodbmigrations.lambda.RuntimeEnvironment;
import io.github.dynamodbmigrations.responder.DeliveredEvents;
import io.github.dynamodbmigrations.responder.RecordedWorkflow;
import io.github.dynamodbmigrations.responder.Sink;
import io.github.dynamodbmigrations.run.Surroundings;
import io.github.dynamodbmigrations.trigger.ResourceRequest;
import io.github.dynamodbmigrations.trigger.TriggerId;
import io.github.dynamodbmigrations.trigger.TriggerProperties;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A history with its deployments' side; executions are only remembered, and time passes by waiting. */
final class TriggerStage {
    private static final String MACHINE = "arn:aws:states:us-east-1:000000000000:stateMachine:dm-1-abc";
    private static final String OTHER_MACHINE = "arn:aws:states:us-east-1:000000000000:stateMachine:dm-1-other";
    private static final Cause CAUSE = new Cause("DM499", "DM499 planned");
    private static final DynamoDbClient CLIENT = LocalDynamo.client();
    private static final DynamoConnection CONNECTION = connection();

    private final HistorySettings settings;
    private final LocalHistory history;
    private final RecordedWorkflow workflow = new RecordedWorkflow();
    private final List<Map.Entry<String, String>> answers = Collections.synchronizedList(new ArrayList<>());
    private final Triggers triggers;
    private final ControlHandler control = new ControlHandler(
            new RuntimeEnvironment("us-east-1", Optional.of(LocalDynamo.endpoint()), () -> workflow, () -> {}));
    private Optional<String> other = Optional.empty();

    TriggerStage(HistorySettings settings) {
        this.settings = settings;
        this.history = new LocalHistory(LocalDynamo.client(), settings);
        var nanos = new AtomicLong();
        triggers = new Triggers(
                CONNECTION.ports(settings),
                CONNECTION.triggers(settings),
                workflow,
                (url, body) -> answers.add(Map.entry(url, body)),
                new Surroundings(
                        Clock.systemUTC(),
                        nanos::get,
                        length -> nanos.addAndGet(length.toNanos()),
                        () -> 7L,
                        LocalHistory::uuid),
                Duration.ofMinutes(15));
    }

    private static DynamoConnection connection() {
        var target = new DynamoConnection.Target(
                "us-east-1",
                Optional.of(LocalDynamo.endpoint()),
                Optional.of(new DynamoConnection.Credentials("local", "local")),
                Duration.ofSeconds(10));
        return DynamoConnection.open(target, Clock.systemUTC(), LocalHistory.SLEEP, LocalHistory::uuid);
    }

    /** Makes the past. */
    void set(TriggerCell.Past past) {
        switch (past) {
            case NONE -> history.history.open();
            case RUNNING_OWN -> {
                create();
                start(Owner.workflow(ownArn()), LocalHistory.CODE);
            }
            case RUNNING_OTHER_STACK -> {
                var request = request(ResourceRequest.Type.CREATE, "other-create", "other", "stack-2", "");
                triggers.create(request, properties(OTHER_MACHINE));
                other = Optional.of(workflow.runs().get(0));
                start(Owner.workflow(other.get()), LocalHistory.CODE);
            }
            case RUNNING_LAPTOP -> start(LocalHistory.ADA, LocalHistory.CODE);
            case RUNNING_OTHER_CHECKSUM -> {
                var older = Workflow.executionArn(MACHINE, "dm-00000001-older");
                workflow.statuses.put(older, ExecutionStatus.RUNNING);
                start(Owner.workflow(older), new Checksums("v1:older", "v1:b"));
            }
            case SUCCEEDED -> succeed();
            case FAILED -> end(true);
            case INTERRUPTED -> end(false);
            case UNDONE -> {
                succeed();
                var run = new HashMap<>(history.item("RUN#0000000001"));
                run.put("runState", AttributeValue.fromS("UNDONE"));
                history.put(run);
            }
            case BASELINE -> history.history.baseline(1);
        }
    }

    private Run start(Owner owner, Checksums code) {
        var plan = PlanVariant.with(history.plan(1), code);
        return history.runs.start(history.take(owner), plan, LocalHistory.attempt(owner, "a"));
    }

    private void succeed() {
        var run = start(LocalHistory.ADA, LocalHistory.CODE);
        var holding = history.take(LocalHistory.ADA);
        history.runs.succeed(holding, run, Tally.ZERO);
        history.lock.release(holding);
    }

    private void end(boolean isFailed) {
        var run = start(LocalHistory.ADA, LocalHistory.CODE);
        var holding = history.take(LocalHistory.ADA);
        if (isFailed) {
            history.runs.fail(holding, run, CAUSE, Tally.ZERO);
        } else {
            history.runs.interrupt(holding, run, CAUSE, Tally.ZERO);
        }
        history.lock.release(holding);
    }

    private static ResourceRequest request(
            ResourceRequest.Type type, String requestId, String url, String stack, String physicalId) {
        return new ResourceRequest(type, requestId, url, stack, "Trigger", physicalId);
    }

    private static ResourceRequest own() {
        return request(ResourceRequest.Type.CREATE, "own-create", "create", "stack-1", "");
    }

    private static TriggerProperties properties(String machine) {
        return new TriggerProperties(
                1,
                LocalHistory.CODE,
                machine,
                "00000001",
                0,
                Map.of(),
                true,
                false,
                3_300,
                false,
                Map.of("version", "1"));
    }

    String physicalId() {
        return TriggerId.of(1, own()).physicalId();
    }

    private static String ownArn() {
        return Workflow.executionArn(MACHINE, properties(MACHINE).executionName(own()));
    }

    void create() {
        triggers.create(own(), properties(MACHINE));
    }

    /** Through the function: what it does must not depend on anything but the event. */
    void update(TriggerCell.Event event) {
        var input = DeliveredEvents.input(settings.table(), "Shop");
        if (event != TriggerCell.Event.UPDATE_SAME) {
            input.put(event == TriggerCell.Event.UPDATE_OLD ? "checksum" : "maxWorkers", "8");
        }
        try (var sink = new Sink()) {
            var update = DeliveredEvents.request(
                    "Update", "own-update", sink.url(), physicalId(), DeliveredEvents.properties(input));
            control.handleRequest(update, DeliveredEvents.context(300_000));
            sink.taken().forEach(body -> answers.add(Map.entry("update", body)));
        }
    }

    void delete(String physicalId) {
        triggers.delete(request(ResourceRequest.Type.DELETE, "own-delete", "delete", "stack-1", physicalId));
    }

    /** Delivers an event so many times at once. */
    void deliver(Runnable event, int times) throws Exception {
        var threads = Executors.newFixedThreadPool(times);
        try {
            Callable<Boolean> call = () -> {
                event.run();
                return true;
            };
            for (var delivered : threads.invokeAll(Collections.nCopies(times, call))) {
                delivered.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Whatever is followed comes to an end. */
    void end() {
        for (var execution : workflow.runs()) {
            workflow.statuses.put(execution, ExecutionStatus.OVER);
            triggers.ended(execution);
        }
    }

    void writtenByNewerSoftware() {
        for (var sort : List.of("HISTORY")) {
            var item = new HashMap<>(history.item(sort));
            item.put("protocol", AttributeValue.fromN("2"));
            history.put(item);
        }
        triggerItems().forEach(trigger -> {
            var item = new HashMap<>(trigger);
            item.put("protocol", AttributeValue.fromN("2"));
            item.put("newerAttribute", AttributeValue.fromS("unknown"));
            history.put(item);
        });
    }

    void forgetTriggers() {
        triggerItems()
                .forEach(item -> CLIENT.deleteItem(delete -> delete.tableName(settings.table())
                        .key(Map.of("pk", value(item, "pk"), "sk", value(item, "sk")))));
    }

    private static AttributeValue value(Map<String, AttributeValue> item, String name) {
        return java.util.Objects.requireNonNull(item.get(name));
    }

    private List<Map<String, AttributeValue>> triggerItems() {
        return CLIENT
                .queryPaginator(query -> query.tableName(settings.table())
                        .consistentRead(true)
                        .keyConditionExpression("pk = :p")
                        .expressionAttributeValues(
                                Map.of(":p", AttributeValue.fromS(settings.partitionValue() + "#TRIGGER"))))
                .items()
                .stream()
                .toList();
    }

    List<String> answeredWithUrl() {
        return triggerItems().stream()
                .filter(item -> value(item, "answered").bool() && item.containsKey("responseUrl"))
                .map(item -> value(item, "sk").s())
                .toList();
    }

    long ownRuns() {
        return workflow.runs().stream().filter(ownArn()::equals).count();
    }

    Set<String> started() {
        return Set.copyOf(workflow.started.keySet());
    }

    boolean ownIsOver() {
        return workflow.status(ownArn()) == ExecutionStatus.OVER
                && workflow.status(ownArn() + "-t") == ExecutionStatus.OVER;
    }

    boolean otherIsAlive() {
        return other.filter(arn -> workflow.status(arn) == ExecutionStatus.RUNNING)
                .isPresent();
    }

    boolean isLockFree() {
        return history.lock.read().holder().isEmpty();
    }

    List<Run> runs() {
        return history.history.read().runs();
    }

    List<String> bodies(String url) {
        return answers.stream()
                .filter(answer -> answer.getKey().equals(url))
                .map(Map.Entry::getValue)
                .toList();
    }

    Set<String> told(String url) {
        return bodies(url).stream()
                .map(body -> body.contains("\"Status\":\"SUCCESS\"") ? "SUCCESS" : "FAILED")
                .collect(Collectors.toSet());
    }
}
