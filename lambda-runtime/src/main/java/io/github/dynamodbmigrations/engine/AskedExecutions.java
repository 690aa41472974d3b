package io.github.dynamodbmigrations.engine;

import io.github.dynamodbmigrations.history.Liveness;
import io.github.dynamodbmigrations.history.Owner;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks Step Functions whether workflows live, and connects to it only once there is one to ask for. For one thread. */
public final class AskedExecutions implements Liveness, AutoCloseable {
    private final Supplier<Workflow> connecting;
    private Optional<Workflow> connected = Optional.empty();

    /**
     * Makes one.
     *
     * @param connecting connects
     */
    public AskedExecutions(Supplier<Workflow> connecting) {
        this.connecting = connecting;
    }

    @Override
    public Verdict of(Owner owner) {
        if (owner.kind() == Owner.Kind.WORKFLOW && connected.isEmpty()) {
            connected = Optional.of(connecting.get());
        }
        return connected
                .<Liveness>map(WorkflowLiveness::new)
                .orElse(Liveness.HEARTBEAT)
                .of(owner);
    }

    @Override
    public void close() {
        connected.ifPresent(Workflow::close);
    }
}
