package io.github.dynamodbmigrations.template;

import java.util.List;

/**
 * The version machine and its role.
 *
 * @param steps the function that says what comes next
 */
record VersionsMachine(LambdaFunction steps) {
    /** Whether the user has a function that migrates. */
    static final String HAS_RUNNER = "HasRunner";

    private static final String RUNNER_IS_ARN = "RunnerIsArn";
    /** How the names of all version machines begin. */
    static final String NAMES = "dm-versions-";

    private static final String NAME = NAMES + "${Stack}";

    static Block conditions() {
        var runner = Intrinsic.ref(SharedParameters.runner().name());
        return Block.of(HAS_RUNNER, Intrinsic.not(Intrinsic.equal(runner, "")))
                .with(RUNNER_IS_ARN, Intrinsic.not(Intrinsic.equal(Intrinsic.part(0, ":function:", runner), runner)));
    }

    Block resources() {
        return Block.of(Machine.ROLE, role()).with(Machine.ID, machine()).with(new FailureRule(steps).resources());
    }

    /** The function asks how executions stand that it has started, or that hold the lock. */
    static Block describing() {
        return Policy.of("Executions", Policy.allow(List.of("states:DescribeExecution"), Machine.holders()));
    }

    private Block role() {
        var invoke = List.of("lambda:InvokeFunction");
        var runner = Intrinsic.when(
                RUNNER_IS_ARN,
                Intrinsic.ref(SharedParameters.runner().name()),
                Intrinsic.sub(
                        "arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:${RunnerFunction}"));
        return Role.ofStateMachine()
                .with(List.of(
                        Policy.of("Functions", Policy.allow(invoke, Intrinsic.arn(steps.functionId()))),
                        Intrinsic.when(
                                HAS_RUNNER, Policy.of("Runner", Policy.allow(invoke, runner)), Intrinsic.noValue())))
                .resource();
    }

    private Block machine() {
        var arns = Block.of(VersionsDefinition.FUNCTION_ARN, Intrinsic.arn(steps.functionId()))
                .with(VersionsDefinition.INVOCATION_ARN, Intrinsic.sub("arn:${AWS::Partition}:states:::lambda:invoke"));
        return Machine.resource(StackPart.of(NAME), arns);
    }
}
