package io.github.dynamodbmigrations.template;

import java.util.ArrayList;
import java.util.List;

/**
 * A role, its policies all in the resource itself, so that nothing takes it on before they are there.
 *
 * @param trust who may take it on
 * @param policies policies, or functions that yield one
 */
record Role(Block trust, List<Object> policies) {
    /** The role of our functions. */
    static Role ofFunction() {
        return new Role(Policy.trust("lambda.amazonaws.com", Block.of()), List.of());
    }

    /** The role of our state machines: only those of this account. */
    static Role ofStateMachine() {
        var account = Block.of("aws:SourceAccount", Intrinsic.ref("AWS::AccountId"));
        var condition = Block.of("Condition", Block.of("StringEquals", account));
        return new Role(Policy.trust("states.amazonaws.com", condition), List.of());
    }

    Role with(List<?> more) {
        var all = new ArrayList<>(policies);
        all.addAll(more);
        return new Role(trust, List.copyOf(all));
    }

    Block resource() {
        return Block.of("Type", "AWS::IAM::Role")
                .with(
                        "Properties",
                        Block.of("AssumeRolePolicyDocument", trust)
                                .with("PermissionsBoundary", Surroundings.permissionsBoundary())
                                .with("Policies", policies));
    }
}
