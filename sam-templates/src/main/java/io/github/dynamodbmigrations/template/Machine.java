package io.github.dynamodbmigrations.template;

import java.util.List;

/** A migration's state machine, its role, and the rule that reports an execution which could not end by itself. */
record Machine(String id, LambdaFunction control, LambdaFunction worker) {
    private static final String ROLE = "StateMachineRole";
    private static final String CHILDREN = "MapChildren";
    private static final String EXECUTIONS = "ControlExecutions";
    private static final String RULE = "FailureRule";
    private static final String RULE_PERMISSION = "FailureRulePermission";
    private static final String ANY_EXECUTION =
            "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:";

    /** What must be there before an execution is started. */
    List<String> readiness() {
        return List.of(CHILDREN, EXECUTIONS, RULE_PERMISSION);
    }

    Block resources() {
        return Block.of(ROLE, role())
                .with(id, machine())
                .with(CHILDREN, children())
                .with(EXECUTIONS, executions())
                .with(RULE, rule())
                .with(RULE_PERMISSION, rulePermission());
    }

    private Block role() {
        var calls = Policy.allow(
                List.of("lambda:InvokeFunction"),
                Intrinsic.arn(control.functionId()),
                Intrinsic.arn(worker.functionId()));
        return Role.ofStateMachine()
                .with(List.of(Policy.of("Functions", calls)))
                .resource();
    }

    private Block machine() {
        var arns = Block.of(StateMachineDefinition.CONTROL_ARN, Intrinsic.arn(control.functionId()))
                .with(StateMachineDefinition.WORKER_ARN, Intrinsic.arn(worker.functionId()));
        return Block.of("Type", "AWS::Serverless::StateMachine")
                .with(
                        "Properties",
                        Block.of("Type", "STANDARD")
                                .with("DefinitionUri", StateMachineDefinition.FILE)
                                .with("DefinitionSubstitutions", arns)
                                .with("Role", Intrinsic.arn(ROLE)));
    }

    /** A distributed map starts executions of its own machine, which the role cannot name before the machine is there. */
    private Block children() {
        return Policy.attached(
                CHILDREN,
                ROLE,
                Policy.allow(List.of("states:StartExecution"), Intrinsic.ref(id)),
                Policy.allow(
                        List.of("states:DescribeExecution", "states:StopExecution"),
                        Intrinsic.sub(ANY_EXECUTION + "${" + id + ".Name}:*"),
                        Intrinsic.sub(ANY_EXECUTION + "${" + id + ".Name}/*")));
    }

    /** A holder of the lock may belong to another stack: executions of this history can be looked at everywhere. */
    private Block executions() {
        var ofHistory = ":dm-${HistoryId}-*";
        return Policy.attached(
                EXECUTIONS,
                control.roleId(),
                Policy.allow(List.of("states:StartExecution"), Intrinsic.ref(id)),
                Policy.allow(
                        List.of("states:StopExecution"),
                        Intrinsic.sub(ANY_EXECUTION + "${" + id + ".Name}" + ofHistory)),
                Policy.allow(List.of("states:DescribeExecution"), Intrinsic.sub(ANY_EXECUTION + "*" + ofHistory)));
    }

    private Block rule() {
        var detail = Block.of("status", List.of("FAILED", "TIMED_OUT", "ABORTED"))
                .with("stateMachineArn", List.of(Intrinsic.ref(id)));
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
}
