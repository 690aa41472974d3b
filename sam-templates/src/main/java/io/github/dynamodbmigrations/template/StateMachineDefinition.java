package io.github.dynamodbmigrations.template;

import static io.github.dynamodbmigrations.template.States.DROPPED;

import java.time.Duration;
import java.util.List;

/**
 * The file {@code statemachine.asl.json}: the same for every migration, in Amazon States Language with JSONPath. Nothing
 * but ids, counts and codes enters its state: the state is the last answer of Control, and what the execution was started
 * with is read from its context.
 */
final class StateMachineDefinition {
    static final String FILE = "statemachine.asl.json";
    static final String CONTROL_ARN = "ControlFunctionArn";
    static final String WORKER_ARN = "WorkerFunctionArn";

    private static final String EXECUTION = "execution.$";
    private static final Block ERROR_CODE = Block.of("code.$", "$.error.Error");
    private static final String STARTED = "started.$";
    private static final String STARTED_AT = "$$.Execution.StartTime";
    private static final String ENTERED = "entered.$";
    private static final String ENTERED_AT = "$$.State.EnteredTime";

    private final String pluginVersion;
    private final Duration timeout;
    private final String stamp;

    private StateMachineDefinition(String pluginVersion, Duration timeout, String stamp) {
        this.pluginVersion = pluginVersion;
        this.timeout = timeout;
        this.stamp = stamp;
    }

    /** The definition of a version of this product, whose executions end after a time. */
    static StateMachineDefinition of(String pluginVersion, Duration timeout) {
        var unstamped = new StateMachineDefinition(pluginVersion, timeout, "");
        return new StateMachineDefinition(pluginVersion, timeout, Hash.of(JsonWriter.compact(unstamped.machine()), 16));
    }

    /** Tells one definition from another, so that what was started for a new one does not run an old one. */
    String stamp() {
        return stamp;
    }

    String text() {
        return JsonWriter.write(machine());
    }

    private Block machine() {
        return Block.of("Comment", "Runs one migration; emitted by dynamodb-migrations " + pluginVersion)
                .with("StartAt", "Start")
                .with("TimeoutSeconds", timeout.toSeconds())
                .with(
                        "States",
                        timer().with(plan()).with(passes()).with(success()).with(failure()));
    }

    /** An execution that only holds back the answer to a deployment until its time is up. */
    private static Block timer() {
        return Block.of("Start", States.choice("Plan", States.isPresent("$.timer", "Hold")))
                .with("Hold", States.waiting("$.timer.waitSeconds", "SignalTimer"))
                .with("SignalTimer", control(call("signal"), DROPPED).with("Next", "TimeIsUp"))
                .with("TimeIsUp", Block.of("Type", "Succeed"));
    }

    private Block plan() {
        return Block.of(
                        "Plan",
                        control(callOfPlan(), "$").with(orElse("FailPlan")).with("Next", "Planned"))
                .with(
                        "Planned",
                        States.choice(
                                "Migrate",
                                States.says("$.next", "WAIT", "WaitForLock"),
                                States.says("$.next", "DONE", "Signal")))
                .with("WaitForLock", States.waiting("$.waitSeconds", "Plan"));
    }

    private static Block passes() {
        return Block.of("Migrate", pass("Migrate", "migrate", "Verify"))
                .with("Verify", pass("Verify", "verify", "Finish"))
                .with(
                        "Finish",
                        control(callOfRun("finish"), "$").with(orElse("Fail")).with("Next", "Finished"))
                .with("Finished", States.choice("Signal", States.says("$.next", "MIGRATE", "Migrate")));
    }

    private static Block success() {
        return Block.of("Signal", control(call("signal"), DROPPED).with("Next", "Succeeded"))
                .with("Succeeded", Block.of("Type", "Succeed"));
    }

    /** After a failure, the workers that still write are waited for before anyone is told. */
    private static Block failure() {
        return Block.of(
                        "FailPlan",
                        control(call("fail").with("error", ERROR_CODE), DROPPED).with("Next", "SignalFailure"))
                .with(
                        "Fail",
                        control(callOfRun("fail").with("error", ERROR_CODE).with(ENTERED, ENTERED_AT), "$.failed")
                                .with("Next", "Quiesce"))
                .with(
                        "Quiesce",
                        control(
                                        callOfRun("quiesce")
                                                .with("since.$", "$.failed.at")
                                                .with(ENTERED, ENTERED_AT),
                                        "$.quiesce")
                                .with("Next", "Quiesced"))
                .with(
                        "Quiesced",
                        States.choice("SignalFailure", States.says("$.quiesce.next", "WAIT", "WaitForWorkers")))
                .with("WaitForWorkers", States.waiting("$.quiesce.waitSeconds", "Quiesce"))
                .with("SignalFailure", control(call("signal"), DROPPED).with("Next", "Failed"))
                .with("Failed", States.failing("MigrationFailed", "The history says why; the goal info prints it"));
    }

    /** Workers over all groups of segments; each is called again until it is done. Names are unique in all the machine. */
    private static Block pass(String label, String action, String next) {
        var item = Block.of("action", action)
                .with(STARTED, STARTED_AT)
                .with(EXECUTION, "$$.Execution.Id")
                .with("input.$", "$$.Execution.Input")
                .with("run.$", "$.run")
                .with("group.$", "$$.Map.Item.Value.group")
                .with("of.$", "$$.Map.Item.Value.of");
        var call = Block.of("action.$", "$.action")
                .with(STARTED, "$.started")
                .with("input.$", "$.input")
                .with("run.$", "$.run")
                .with("group.$", "$.group")
                .with("of.$", "$.of");
        var group = label + "Group";
        var done = group + "Done";
        var denied = group + "Denied";
        var refused = group + "Refused";
        var states = Block.of(
                        group,
                        States.task(WORKER_ARN, call, "$.answer")
                                .with("Catch", List.of(States.onRefusal(denied)))
                                .with("Next", group + "Worked"))
                .with(
                        group + "Worked",
                        States.choice(
                                group,
                                States.isTrue("$.answer.done", done),
                                States.isPresent("$.answer.Error", refused)))
                .with(done, States.result(Block.of()))
                .with(refused, States.moved("$.answer", "$.error", denied))
                .with(denied, control(callOfChild(), DROPPED).with("Next", group + "Failed"))
                .with(
                        group + "Failed",
                        States.failing("RightLacking", "The history says which right; the goal info prints it"));
        return States.distributedMap(label, "$.groups", item, group, states)
                .with(orElse("Fail"))
                .with("Next", next);
    }

    /** A worker that lacks a right, or cannot be called, may record nothing, and a Map says only that a child failed. */
    private static Block callOfChild() {
        return Block.of("action", "fail")
                .with(EXECUTION, "$.execution")
                .with("input.$", "$.input")
                .with("run.$", "$.run")
                .with("error", ERROR_CODE)
                .with(ENTERED, ENTERED_AT);
    }

    private static Block orElse(String next) {
        return Block.of("Catch", List.of(States.onError(next)));
    }

    private static Block control(Block parameters, Object resultPath) {
        return States.task(CONTROL_ARN, parameters, resultPath);
    }

    private static Block callOfRun(String action) {
        return call(action).with("run.$", "$.run");
    }

    /** What was waited for so far comes back with the last answer; time is told by the clock of Step Functions alone. */
    private Block callOfPlan() {
        return call("plan")
                .with("definition", stamp)
                .with(STARTED, STARTED_AT)
                .with(ENTERED, ENTERED_AT)
                .with("last.$", "$");
    }

    private static Block call(String action) {
        return Block.of("action", action).with(EXECUTION, "$$.Execution.Id").with("input.$", "$$.Execution.Input");
    }
}
