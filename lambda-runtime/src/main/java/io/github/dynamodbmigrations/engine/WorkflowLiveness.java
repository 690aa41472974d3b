package io.github.dynamodbmigrations.engine;

import io.github.dynamodbmigrations.history.Liveness;
import io.github.dynamodbmigrations.history.Owner;

/**
 * Asks Step Functions whether a workflow lives: over if it says so, or knows none of that name; alive if it cannot tell.
 *
 * @param workflow who is asked
 */
public record WorkflowLiveness(Workflow workflow) implements Liveness {
    @Override
    public Verdict of(Owner owner) {
        if (owner.kind() == Owner.Kind.DIRECT) {
            return Verdict.ASK_HEARTBEAT;
        }
        return workflow.status(owner.id()) == ExecutionStatus.OVER ? Verdict.OVER : Verdict.ALIVE;
    }
}
