package io.github.dynamodbmigrations.run;

import io.github.dynamodbmigrations.history.LockInspection;
import io.github.dynamodbmigrations.operate.Unlock;
import java.util.Map;

/** Shows who holds the lock, and takes it from one who is gone. */
final class UnlockGoal implements Goal {
    @Override
    public Map<String, String> run(GoalCall call) {
        var ports = call.existing();
        var surroundings = call.surroundings();
        var found = LockInspection.of(
                ports.lock(),
                call.liveness(),
                surroundings.nanoTime(),
                surroundings.pause(),
                call.lock().poll());
        Unlock.show(found, surroundings.wall().instant()).forEach(call.console()::line);
        if (found.lock().holder().isEmpty()) {
            return Map.of();
        }
        Unlock.refuseLive(found);
        if (!call.entry().isForced()) {
            call.console()
                    .line("nothing was changed: the next run takes the lock over by itself. To free it now, add"
                            + " -Ddynamodb-migrations.force -Ddynamodb-migrations.why=\"...\"");
            return Map.of();
        }
        call.signature().requireReason("unlock");
        new Unlock(ports.lock(), call.lock(), ports.amendments())
                .force(found, call.owner(), call.signature())
                .forEach(call.console()::line);
        return Map.of();
    }
}
