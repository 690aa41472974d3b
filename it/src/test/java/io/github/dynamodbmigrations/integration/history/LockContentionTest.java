package io.github.dynamodbmigrations.integration.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.history.Holding;
import io.github.dynamodbmigrations.history.Liveness;
import io.github.dynamodbmigrations.history.LockSettings;
import io.github.dynamodbmigrations.history.LockWait;
import io.github.dynamodbmigrations.history.Owner;
import io.github.dynamodbmigrations.integration.LocalDynamo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@Execution(ExecutionMode.CONCURRENT)
final class LockContentionTest {
    private static final int THREADS = 16;
    private static final int EACH = 15;

    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger overlaps = new AtomicInteger();
    private final Set<Long> epochs = ConcurrentHashMap.newKeySet();

    /** What is contended for: the real lock, or one without conditions. */
    private interface Contended {
        void with(String owner, Runnable critical);
    }

    @Test
    void neverHasTwoHolders() throws Exception {
        var history = LocalHistory.create();
        contend((owner, critical) -> {
            var holding = waiting(history).acquire(Owner.direct(owner));
            assertTrue(epochs.add(holding.epoch()), "an epoch was given twice");
            critical.run();
            history.lock.release(holding);
        });
        assertEquals(0, overlaps.get());
        assertEquals(THREADS * EACH, epochs.size());
        assertEquals(THREADS * EACH, history.lock.read().epoch(), "epochs count every acquisition");
    }

    @Test
    void negativeControlWithoutConditionsHoldersOverlap() throws Exception {
        var history = LocalHistory.create();
        var client = LocalDynamo.client();
        contend((owner, critical) -> {
            while (history.item("LOCK").containsKey("owner")) {
                Thread.onSpinWait();
            }
            write(client, history, Map.of("owner", AttributeValue.fromS(owner)));
            critical.run();
            write(client, history, Map.of());
        });
        assertTrue(overlaps.get() > 0, "this test would not see an overlap");
    }

    @Test
    void doesNotGoBackToOneWhoLostIt() {
        var history = LocalHistory.create();
        var ada = history.take(LocalHistory.ADA);
        var bob = history.take(Owner.direct("bob@laptop/2"));
        assertTrue(history.lock.renew(bob));
        assertTrue(!history.lock.renew(ada));
        history.lock.release(ada);
        assertTrue(history.lock.read().isHeldBy(bob), "a release by who lost it changes nothing");
        assertEquals(new Holding(bob.owner(), ada.epoch() + 1), bob);
    }

    @Test
    void isNotTakenByTheWayItWasSeenBeforeAHeartbeat() {
        var history = LocalHistory.create();
        var ada = history.take(LocalHistory.ADA);
        var seen = history.lock.read();
        assertTrue(history.lock.renew(ada));
        var taken = history.lock.take(seen, Owner.direct("bob@laptop/2"), LocalHistory.LEASE, LocalHistory.LEASE);
        assertTrue(taken.isEmpty());
        assertTrue(history.lock.read().isHeldBy(ada));
    }

    private void contend(Contended contended) throws Exception {
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            var all = new ArrayList<Callable<Boolean>>();
            for (var thread = 0; thread < THREADS; thread++) {
                var name = "thread-" + thread;
                all.add(() -> {
                    for (var turn = 0; turn < EACH; turn++) {
                        contended.with(name + "/" + turn, this::critical);
                    }
                    return true;
                });
            }
            for (var done : threads.invokeAll(all)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void critical() {
        if (inside.incrementAndGet() != 1) {
            overlaps.incrementAndGet();
        }
        LocalHistory.SLEEP.pause(Duration.ofMillis(1));
        inside.decrementAndGet();
    }

    private static LockWait waiting(LocalHistory history) {
        var lease = Duration.ofMinutes(10);
        return new LockWait(
                history.lock,
                new LockSettings(lease, lease, Duration.ofMinutes(5), Duration.ofMillis(3)),
                Liveness.HEARTBEAT,
                System::nanoTime,
                LocalHistory.SLEEP,
                waitingFor -> {});
    }

    private static void write(DynamoDbClient client, LocalHistory history, Map<String, AttributeValue> attributes) {
        var item = new HashMap<>(attributes);
        item.put("pk", AttributeValue.fromS("_migration"));
        item.put("sk", AttributeValue.fromS("LOCK"));
        client.putItem(request -> request.tableName(history.settings.table()).item(item));
    }
}
