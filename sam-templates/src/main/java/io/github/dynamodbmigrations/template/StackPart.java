package io.github.dynamodbmigrations.template;

/** Texts with {@code ${Stack}} as the unique part of the stack's id, which no later deployment changes. */
final class StackPart {
    /** How ARNs of Step Functions begin. */
    static final String STATES = "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:";

    private StackPart() {}

    static Block of(String pattern) {
        return Intrinsic.sub(pattern, Block.of("Stack", value()));
    }

    static Block value() {
        return Intrinsic.part(2, "/", Intrinsic.ref("AWS::StackId"));
    }
}
