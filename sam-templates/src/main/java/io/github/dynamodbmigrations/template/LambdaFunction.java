package io.github.dynamodbmigrations.template;

import java.time.Duration;
import java.util.List;

/**
 * A function of the engine and its role. The logical ids never change.
 *
 * @param name the beginning of the logical ids
 * @param handler the class that handles its events
 * @param memory in MB
 * @param timeout of one call
 * @param variables what only its environment says
 * @param properties what only this function has
 */
record LambdaFunction(String name, String handler, int memory, Duration timeout, Block variables, Block properties) {
    /** The longest life that AWS Lambda gives a call. */
    static final Duration LONGEST_LIFE = Duration.ofMinutes(15);

    private static final String LOG_GROUP = "LogGroup";
    private static final String HANDLERS = "io.github.dynamodbmigrations.lambda.";

    /** Answers CloudFormation asynchronously: an event that waits for capacity is kept nearly as long as the answer is. */
    private static final Block EVENT_INVOKE =
            Block.of("MaximumEventAgeInSeconds", 3_000).with("MaximumRetryAttempts", 2);

    static LambdaFunction history() {
        return new LambdaFunction("History", "HistoryHandler", 512, Duration.ofMinutes(10), Block.of(), asynchronous());
    }

    static LambdaFunction control() {
        return new LambdaFunction(
                "Control", "ControlHandler", 1_024, Duration.ofMinutes(5), Block.of(), asynchronous());
    }

    /** One full processor; the only function that joins a VPC. */
    static LambdaFunction worker() {
        return new LambdaFunction("Worker", "WorkerHandler", 1_769, LONGEST_LIFE, Block.of(), Surroundings.vpcConfig());
    }

    /** Steps the version machine; where its history is stands in its environment. */
    static LambdaFunction versions(Block variables) {
        return new LambdaFunction(
                "Versions", "VersionsHandler", 1_024, Duration.ofMinutes(5), variables, asynchronous());
    }

    private static Block asynchronous() {
        return Block.of("EventInvokeConfig", EVENT_INVOKE);
    }

    String functionId() {
        return name + "Function";
    }

    String roleId() {
        return name + "Role";
    }

    /** The log group that the functions of a template share, each with its own streams. */
    static Block logGroup() {
        return Block.of(
                LOG_GROUP,
                Block.of("Type", "AWS::Logs::LogGroup")
                        .with("Properties", Block.of("RetentionInDays", Intrinsic.ref("LogRetentionDays"))));
    }

    /** Both resources; the role's rights are the log group and these policies. */
    Block resources(List<?> policies) {
        var role = Role.ofFunction()
                .with(List.of(Policy.of("Logs", Rights.toLog(LOG_GROUP))))
                .with(policies);
        return Block.of(roleId(), role.resource()).with(functionId(), function());
    }

    private Block function() {
        var environment =
                Block.of("DYNAMODB_ENDPOINT", Intrinsic.ref("DynamoDbEndpoint")).with(variables);
        return Block.of("Type", "AWS::Serverless::Function")
                .with("Metadata", Block.of("SkipBuild", true))
                .with(
                        "Properties",
                        Block.of("CodeUri", "../code")
                                .with("Handler", HANDLERS + handler + "::handleRequest")
                                .with("Runtime", Intrinsic.ref("Runtime"))
                                .with("MemorySize", memory)
                                .with("Timeout", timeout.toSeconds())
                                .with("Role", Intrinsic.arn(roleId()))
                                .with("LoggingConfig", Block.of("LogGroup", Intrinsic.ref(LOG_GROUP)))
                                .with("Environment", Block.of("Variables", environment))
                                .with(properties));
    }
}
