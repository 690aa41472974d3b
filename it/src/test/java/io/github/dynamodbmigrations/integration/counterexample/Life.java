package io.github.dynamodbmigrations.integration.counterexample;

import io.github.dynamodbmigrations.checkpoint.CheckpointStore;
import io.github.dynamodbmigrations.checkpoint.RejectLog;
import io.github.dynamodbmigrations.engine.EnginePorts;
import io.github.dynamodbmigrations.history.History;
import io.github.dynamodbmigrations.history.Lock;
import io.github.dynamodbmigrations.plan.PlanStore;
import io.github.dynamodbmigrations.plan.RunLog;
import io.github.dynamodbmigrations.scan.PageSource;
import io.github.dynamodbmigrations.write.ItemWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The life of an engine's process. It ends or stands still just before one of its calls, and from then on none of its
 * threads gets a call through. The engine's own checks have been made by then, as those of a process that is stopped
 * between a check and its request.
 */
final class Life {
    private final String call;
    private final boolean ends;
    private volatile boolean wrote;
    private final CountDownLatch over = new CountDownLatch(1);
    private final CountDownLatch thawed = new CountDownLatch(1);

    private Life(String call, boolean ends) {
        this.call = call;
        this.ends = ends;
    }

    /** One that ends before the first call of this name that follows a write. */
    static Life endingBefore(String call) {
        return new Life(call, true);
    }

    /** One that stands still before the first call of this name. */
    static Life frozenBefore(String call) {
        return new Life(call, false);
    }

    /** The process is dead. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    EnginePorts ports(EnginePorts ports) {
        var doubles = new Doubles(ports);
        doubles.history = of(History.class, ports.history());
        doubles.lock = of(Lock.class, ports.lock());
        doubles.runs = of(RunLog.class, ports.runs());
        doubles.plans = of(PlanStore.class, ports.plans());
        doubles.checkpoints = of(CheckpointStore.class, ports.checkpoints());
        doubles.rejectLogs = epoch -> of(RejectLog.class, ports.rejectLogs().apply(epoch));
        doubles.source =
                (plan, concurrency) -> of(PageSource.class, ports.items().source(plan, concurrency));
        doubles.writer = plan -> of(ItemWriter.class, ports.items().writer(plan));
        return doubles.ports();
    }

    /** Waits until it stands still. */
    void awaitFrozen() throws InterruptedException {
        if (!over.await(30, TimeUnit.SECONDS)) {
            throw new AssertionError("it did not come to " + call);
        }
    }

    /** It goes on with exactly the call that it stood before. */
    void thaw() {
        thawed.countDown();
    }

    private <T> T of(Class<T> type, T port) {
        return Call.intercepted(type, port, made -> {
            live(made.name());
            var answer = made.make();
            wrote |= made.name().equals("write");
            return answer;
        });
    }

    private void live(String name) throws InterruptedException {
        if (name.equals(call) && (wrote || !ends)) {
            over.countDown();
        }
        if (over.getCount() == 0) {
            if (ends) {
                throw new Killed();
            }
            thawed.await();
        }
    }
}
