package io.github.dynamodbmigrations.trigger;

import java.util.Optional;

/**
 * A trigger resource as the history remembers it.
 *
 * @param id its id
 * @param create the request that created it; its URL is gone once it is answered
 * @param isLast whether no further trigger holds on when its time is up
 * @param execution the ARN of the execution that it follows
 * @param timer the ARN of the execution that ends its wait
 * @param body the answer that was decided on
 * @param isAnswered whether that was taken
 * @param isDeleted whether the resource is gone
 */
public record Trigger(
        TriggerId id,
        ResourceRequest create,
        boolean isLast,
        Optional<String> execution,
        Optional<String> timer,
        Optional<String> body,
        boolean isAnswered,
        boolean isDeleted) {
    /** A resource that was just asked for. */
    public static Trigger of(ResourceRequest create, TriggerProperties properties) {
        return new Trigger(
                TriggerId.of(properties.version(), create),
                create,
                properties.isLast(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false);
    }

    /** Whether it follows an execution. */
    public boolean follows(String executionArn) {
        return execution.filter(executionArn::equals).isPresent();
    }

    /** Whether it comes from the same resource of the same stack. */
    public boolean isOf(ResourceRequest request) {
        return create.stackId().equals(request.stackId()) && create.logicalId().equals(request.logicalId());
    }
}
