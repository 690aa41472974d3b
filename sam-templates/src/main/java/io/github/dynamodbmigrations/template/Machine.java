package io.github.dynamodbmigrations.template;

import java.util.List;

/**
 * A migration's state machine, its role, and the rule that reports an execution which could not end by itself. The
 * machine's name is made from the unique part of its stack's id, so that roles can name it before it is there.
 */
record Machine(long version, LambdaFunction control, LambdaFunction worker) {
    static final String ID = "StateMachine";

    /** What must be there before an execution is started; it depends on all the rest. */
    static final String READINESS = FailureRule.PERMISSION;

    static final String ROLE = "StateMachineRole";

    private static final String OF_HISTORY = ":dm-${HistoryId}-*";

    Block resources() {
        return Block.of(ROLE, role()).with(ID, machine()).with(new FailureRule(control).resources());
    }

    /**
     * The executions that may hold the lock of a history, whichever stack they belong to: those of migrations are named after
     * the history, those of version machines as their users like.
     */
    static Object[] holders() {
        return new Object[] {
            Intrinsic.sub(StackPart.STATES + "execution:*" + OF_HISTORY),
            Intrinsic.sub(StackPart.STATES + "execution:" + VersionsMachine.NAMES + "*:*")
        };
    }

    /** Control's rights. */
    Block controlling() {
        return Policy.of(
                "Executions",
                Policy.allow(
                        List.of("states:StartExecution"), StackPart.of(StackPart.STATES + "stateMachine:" + name())),
                Policy.allow(
                        List.of("states:StopExecution"),
                        StackPart.of(StackPart.STATES + "execution:" + name() + OF_HISTORY)),
                Policy.allow(List.of("states:DescribeExecution"), holders()));
    }

    /** The machine calls its functions, and its distributed maps start executions of the machine itself. */
    private Block role() {
        var functions = Policy.allow(
                List.of("lambda:InvokeFunction"),
                Intrinsic.arn(control.functionId()),
                Intrinsic.arn(worker.functionId()));
        var children = Policy.of(
                "MapChildren",
                Policy.allow(
                        List.of("states:StartExecution"), StackPart.of(StackPart.STATES + "stateMachine:" + name())),
                Policy.allow(
                        List.of("states:DescribeExecution", "states:StopExecution"),
                        StackPart.of(StackPart.STATES + "execution:" + name() + ":*"),
                        StackPart.of(StackPart.STATES + "execution:" + name() + "/*")));
        return Role.ofStateMachine()
                .with(List.of(Policy.of("Functions", functions), children))
                .resource();
    }

    private Block machine() {
        var arns = Block.of(StateMachineDefinition.CONTROL_ARN, Intrinsic.arn(control.functionId()))
                .with(StateMachineDefinition.WORKER_ARN, Intrinsic.arn(worker.functionId()));
        return resource(StackPart.of(name()), arns);
    }

    /** A state machine that is defined in its template's directory, under the one role for machines. */
    static Block resource(Block name, Block substitutions) {
        return Block.of("Type", "AWS::Serverless::StateMachine")
                .with(
                        "Properties",
                        Block.of("Name", name)
                                .with("Type", "STANDARD")
                                .with("DefinitionUri", StateMachineDefinition.FILE)
                                .with("DefinitionSubstitutions", substitutions)
                                .with("Role", Intrinsic.arn(ROLE)));
    }

    private String name() {
        return "dm-" + version + "-${Stack}";
    }
}
