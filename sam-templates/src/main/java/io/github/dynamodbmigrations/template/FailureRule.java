package io.github.dynamodbmigrations.template;

import java.util.List;

/**
 * The rule that reports executions of a template's state machine which could not end by themselves.
 *
 * @param told the function that hears of them
 */
record FailureRule(LambdaFunction told) {
    /** Depends on all the rest of a machine. */
    static final String PERMISSION = "FailureRulePermission";

    private static final String RULE = "FailureRule";

    Block resources() {
        return Block.of(RULE, rule()).with(PERMISSION, permission());
    }

    private Block rule() {
        var detail = Block.of("status", List.of("FAILED", "TIMED_OUT", "ABORTED"))
                .with("stateMachineArn", List.of(Intrinsic.ref(Machine.ID)));
        var pattern = Block.of("source", List.of("aws.states"))
                .with("detail-type", List.of("Step Functions Execution Status Change"))
                .with("detail", detail);
        var target = Block.of("Id", told.name()).with("Arn", Intrinsic.arn(told.functionId()));
        return Block.of("Type", "AWS::Events::Rule")
                .with("Properties", Block.of("EventPattern", pattern).with("Targets", List.of(target)));
    }

    private Block permission() {
        return Block.of("Type", "AWS::Lambda::Permission")
                .with(
                        "Properties",
                        Block.of("Action", "lambda:InvokeFunction")
                                .with("FunctionName", Intrinsic.ref(told.functionId()))
                                .with("Principal", "events.amazonaws.com")
                                .with("SourceArn", Intrinsic.arn(RULE)));
    }
}
