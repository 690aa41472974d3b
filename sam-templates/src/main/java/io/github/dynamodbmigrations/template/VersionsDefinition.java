package io.github.dynamodbmigrations.template;

import static io.github.dynamodbmigrations.template.States.DROPPED;

import java.time.Duration;
import java.util.List;

/**
 * The file {@code versions/statemachine.asl.json}: brings the data to a version, by the machines of our migrations or by a
 * function of the user. Its state is the last answer of its own function, and around a call of the user's function what that
 * is told and says.
 */
final class VersionsDefinition {
    static final String FUNCTION_ARN = "VersionsFunctionArn";
    static final String INVOCATION_ARN = "InvocationArn";

    private static final Duration TIMEOUT = Duration.ofDays(90);
    private static final String FAILED = "Migration Failed";
    private static final String ADVANCE = "Advance";
    private static final String INVOKE = "RunMigrationJob";
    private static final String RECORD = "Record";

    private final String pluginVersion;

    VersionsDefinition(String pluginVersion) {
        this.pluginVersion = pluginVersion;
    }

    String text() {
        return JsonWriter.write(
                Block.of("Comment", "Brings the data to a version; emitted by dynamodb-migrations " + pluginVersion)
                        .with("StartAt", "Begin")
                        .with("TimeoutSeconds", TIMEOUT.toSeconds())
                        .with("States", steps().with(runner()).with(ends())));
    }

    private static Block steps() {
        var begin = Block.of("Type", "Pass").with("Result", Block.of()).with("Next", ADVANCE);
        return Block.of("Begin", begin)
                .with(ADVANCE, step("advance", "Advanced"))
                .with(
                        "Advanced",
                        States.choice(
                                FAILED,
                                States.says("$.next", "WAIT", "Wait"),
                                States.says("$.next", "INVOKE", INVOKE),
                                States.says("$.next", "DONE", "Succeeded")))
                .with("Wait", States.waiting("$.waitSeconds", ADVANCE));
    }

    /**
     * The function is called once, unless it is certain that it was not reached. An execution that is redriven would begin
     * with this state, without the lock: then there is no function at the place that the number of redrives says.
     */
    private static Block runner() {
        var call = Block.of("FunctionName.$", "States.ArrayGetItem(States.Array($.runner), $$.Execution.RedriveCount)")
                .with("Payload.$", "$.call");
        return Block.of(
                        INVOKE,
                        States.invocation(call, "$.answer")
                                .with("Catch", List.of(States.onError(RECORD)))
                                .with("Next", RECORD))
                .with(RECORD, step("record", "Recorded"))
                .with("Recorded", States.choice(FAILED, States.says("$.next", "DONE", "Succeeded")));
    }

    private static Block ends() {
        var failure = call("fail").with("error", Block.of("code.$", "$.error.Error"));
        return Block.of(
                        "RecordFailure",
                        States.task(FUNCTION_ARN, failure, DROPPED)
                                .with("Catch", List.of(States.onError(FAILED)))
                                .with("Next", FAILED))
                .with("Succeeded", Block.of("Type", "Succeed"))
                .with(FAILED, States.failing("MigrationFailed", "The history says why; the goal info prints it"));
    }

    private static Block step(String action, String next) {
        return States.task(FUNCTION_ARN, call(action).with("last.$", "$"), "$")
                .with("Catch", List.of(States.onError("RecordFailure")))
                .with("Next", next);
    }

    private static Block call(String action) {
        return Block.of("action", action)
                .with("execution.$", "$$.Execution.Id")
                .with("input.$", "$$.Execution.Input")
                .with("started.$", "$$.Execution.StartTime")
                .with("entered.$", "$$.State.EnteredTime");
    }
}
