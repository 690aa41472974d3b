package io.github.dynamodbmigrations.template;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The kinds of state of the Amazon States Language, as far as they are used. */
final class States {
    /** Written as JSON's null: the result is dropped and the state goes on as it was. */
    static final Optional<Object> DROPPED = Optional.empty();

    private static final String ALL = "States.ALL";
    private static final Duration LONGEST_CALL = LambdaFunction.LONGEST_LIFE.plusMinutes(1);

    private States() {}

    /** What Step Functions says when its role may not call a function, among other refusals. */
    private static final String REFUSED = "Lambda.AWSLambdaException";
    /** What it says of a worker that was denied something, and ended to begin with fresh credentials. */
    private static final String ENDED = "Runtime.ExitError";

    /** Calls one of our functions, whose ARN is substituted; denials of new roles are among what is retried. */
    static Block task(String functionArn, Block parameters, Object resultPath) {
        return Block.of("Type", "Task")
                .with("Resource", "${" + functionArn + "}")
                .with("TimeoutSeconds", LONGEST_CALL.toSeconds())
                .with("Parameters", parameters)
                .with("ResultPath", resultPath)
                .with("Retry", List.of(busy(), denied(List.of(REFUSED, ENDED)), broken(), slow()));
    }

    /** Calls a function of the user; it is called again only where it is certain that it was not reached. */
    static Block invocation(Block parameters, Object resultPath) {
        return Block.of("Type", "Task")
                .with("Resource", "${" + VersionsDefinition.INVOCATION_ARN + "}")
                .with("TimeoutSeconds", LONGEST_CALL.toSeconds())
                .with("Parameters", parameters)
                .with("ResultPath", resultPath)
                .with("Retry", List.of(busy(), denied(List.of(REFUSED))));
    }

    static Block waiting(String secondsPath, String next) {
        return Block.of("Type", "Wait").with("SecondsPath", secondsPath).with("Next", next);
    }

    static Block choice(String otherwise, Block... choices) {
        return Block.of("Type", "Choice").with("Choices", List.of(choices)).with("Default", otherwise);
    }

    static Block says(String path, String answer, String next) {
        return Block.of("Variable", path).with("StringEquals", answer).with("Next", next);
    }

    static Block isPresent(String path, String next) {
        return Block.of("Variable", path).with("IsPresent", true).with("Next", next);
    }

    static Block isTrue(String path, String next) {
        return Block.of(
                        "And",
                        List.of(
                                Block.of("Variable", path).with("IsPresent", true),
                                Block.of("Variable", path).with("BooleanEquals", true)))
                .with("Next", next);
    }

    static Block result(Block result) {
        return Block.of("Type", "Pass").with("Result", result).with("End", true);
    }

    /** A part of the state under another name. */
    static Block moved(String from, String to, String next) {
        return Block.of("Type", "Pass")
                .with("InputPath", from)
                .with("ResultPath", to)
                .with("Next", next);
    }

    static Block failing(String error, String cause) {
        return Block.of("Type", "Fail").with("Error", error).with("Cause", cause);
    }

    /** Child executions over the items of a list; their results are dropped. */
    static Block distributedMap(String label, String itemsPath, Block item, String startAt, Block states) {
        var processor = Block.of(
                        "ProcessorConfig", Block.of("Mode", "DISTRIBUTED").with("ExecutionType", "STANDARD"))
                .with("StartAt", startAt)
                .with("States", states);
        return Block.of("Type", "Map")
                .with("Label", label)
                .with("ItemsPath", itemsPath)
                .with("ItemSelector", item)
                .with("ItemProcessor", processor)
                .with("ResultPath", DROPPED)
                .with("Retry", retryOfMap());
    }

    /** Whatever fails; the error's text is kept in the state only until Fail has read its name. */
    static Block onError(String next) {
        return Block.of("ErrorEquals", List.of(ALL))
                .with("ResultPath", "$.error")
                .with("Next", next);
    }

    /** What a call was refused with for as long as that may be due to a new role. */
    static Block onRefusal(String next) {
        return Block.of("ErrorEquals", List.of(REFUSED))
                .with("ResultPath", "$.error")
                .with("Next", next);
    }

    /** A Map that could not start its children, above all since its role is too new; not one that a child failed. */
    private static List<Block> retryOfMap() {
        return List.of(
                Block.of("ErrorEquals", List.of("States.ExceedToleratedFailureThreshold", "States.Timeout"))
                        .with("MaxAttempts", 0),
                denied(List.of(ALL)));
    }

    /** As long as a role may be new, three minutes, and not at random, since nobody else is waited for. */
    private static Block denied(List<String> errors) {
        return retryInTime(errors, 2, 9, 30).with("JitterStrategy", "NONE");
    }

    private static Block busy() {
        return retry(List.of("Lambda.TooManyRequestsException"), 2, 60, 60);
    }

    private static Block broken() {
        return retry(
                List.of(
                        "Lambda.ServiceException",
                        "Lambda.SdkClientException",
                        "Lambda.ClientExecutionTimeoutException",
                        "Lambda.Unknown"),
                2,
                12,
                30);
    }

    private static Block slow() {
        return retry(List.of("Sandbox.Timedout", "States.Timeout"), 5, 2, 30);
    }

    private static Block retry(List<String> errors, int seconds, int attempts, int maxSeconds) {
        return retryInTime(errors, seconds, attempts, maxSeconds).with("JitterStrategy", "FULL");
    }

    private static Block retryInTime(List<String> errors, int seconds, int attempts, int maxSeconds) {
        return Block.of("ErrorEquals", errors)
                .with("IntervalSeconds", seconds)
                .with("BackoffRate", 2)
                .with("MaxDelaySeconds", maxSeconds)
                .with("MaxAttempts", attempts);
    }
}
