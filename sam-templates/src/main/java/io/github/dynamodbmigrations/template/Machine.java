package io.github.dynamodbmigrations.template;

import java.util.List;

/**
 * A migration's state machine, its role, and the rule that reports an execution which could not end by itself. The
 * machine's name is made from the unique part of its stack's id, so that roles can name it before it is there.
 */
record Machine(long version, LambdaFunction control, LambdaFunction worker) {
    static final String ID = "StateMachine";

    /** What must be there before an execution is started; it depends on all the rest. */
    static final String READINESS = "FailureRulePermission";

    private static final String ROLE = "StateMachineRole";
    private static final String RULE = "FailureRule";
    private static final String STATES = "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:";

    Block resources() {
        return Block.of(ROLE, role()).with(ID, machine()).with(RULE, rule()).with(READINESS, rulePermission());
    }

    /** Control's rights. A holder of the lock may belong to another stack, so it looks at executions of this history anywhere. */
    Block controlling() {
        var ofHistory = ":dm-${HistoryId}-*";
        return Policy.of(
                "Executions",
                Policy.allow(List.of("states:StartExecution"), named(STATES + "stateMachine:" + name())),
                Policy.allow(List.of("states:StopExecution"), named(STATES + "execution:" + name() + ofHistory)),
                Policy.allow(List.of("states:DescribeExecution"), Intrinsic.sub(STATES + "execution:*" + ofHistory)));
    }

    /** The machine calls its functions, and its distributed maps start executions of the machine itself. */
    private Block role() {
        var functions = Policy.allow(
                List.of("lambda:InvokeFunction"),
                Intrinsic.arn(control.functionId()),
                Intrinsic.arn(worker.functionId()));
        var children = Policy.of(
                "MapChildren",
                Policy.allow(List.of("states:StartExecution"), named(STATES + "stateMachine:" + name())),
                Policy.allow(
                        List.of("states:DescribeExecution", "states:StopExecution"),
                        named(STATES + "execution:" + name() + ":*"),
                        named(STATES + "execution:" + name() + "/*")));
        return Role.ofStateMachine()
                .with(List.of(Policy.of("Functions", functions), children))
                .resource();
    }

    private Block machine() {
        var arns = Block.of(StateMachineDefinition.CONTROL_ARN, Intrinsic.arn(control.functionId()))
                .with(StateMachineDefinition.WORKER_ARN, Intrinsic.arn(worker.functionId()));
        return Block.of("Type", "AWS::Serverless::StateMachine")
                .with(
                        "Properties",
                        Block.of("Name", named(name()))
                                .with("Type", "STANDARD")
                                .with("DefinitionUri", StateMachineDefinition.FILE)
                                .with("DefinitionSubstitutions", arns)
                                .with("Role", Intrinsic.arn(ROLE)));
    }

    private Block rule() {
        var detail = Block.of("status", List.of("FAILED", "TIMED_OUT", "ABORTED"))
                .with("stateMachineArn", List.of(Intrinsic.ref(ID)));
        var pattern = Block.of("source", List.of("aws.states"))
                .with("detail-type", List.of("Step Functions Execution Status Change"))
                .with("detail", detail);
        var target = Block.of("Id", control.name()).with("Arn", Intrinsic.arn(control.functionId()));
        return Block.of("Type", "AWS::Events::Rule")
                .with("Properties", Block.of("EventPattern", pattern).with("Targets", List.of(target)));
    }

    private Block rulePermission() {
        return Block.of("Type", "AWS::Lambda::Permission")
                .with(
                        "Properties",
                        Block.of("Action", "lambda:InvokeFunction")
                                .with("FunctionName", Intrinsic.ref(control.functionId()))
                                .with("Principal", "events.amazonaws.com")
                                .with("SourceArn", Intrinsic.arn(RULE)));
    }

    private String name() {
        return "dm-" + version + "-${Stack}";
    }

    /** A text with {@code ${Stack}} as the unique part of the stack's id, which no later deployment changes. */
    private static Block named(String pattern) {
        return Intrinsic.sub(pattern, Block.of("Stack", Intrinsic.part(2, "/", Intrinsic.ref("AWS::StackId"))));
    }
}
