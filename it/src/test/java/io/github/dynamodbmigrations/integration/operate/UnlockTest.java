package io.github.dynamodbmigrations.integration.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.history.Checksums;
import io.github.dynamodbmigrations.history.Holding;
import io.github.dynamodbmigrations.history.Owner;
import io.github.dynamodbmigrations.history.RunKey;
import io.github.dynamodbmigrations.history.Work;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import shop.operated.V0001_AddCurrency;

/** Who holds the lock, and how it is taken from one who is gone. */
@Execution(ExecutionMode.CONCURRENT)
final class UnlockTest {
    private static final List<Class<?>> CODE = List.of(V0001_AddCurrency.class);
    private static final Duration LEASE = Duration.ofSeconds(3);
    private static final Work WORK = new Work(new RunKey(1, 1), new Checksums("v1:a", "v1:b"));
    private static final Map<String, String> FORCE = Map.of("force", "true", "why", "its machine burnt down");
    private static final String EXECUTION = "arn:aws:states:eu-west-1:111122223333:execution:Shop:dm-00000001-abc";

    private final Things things = new Things();

    @BeforeEach
    void begin() {
        things.put("a");
        assertEquals("", things.run("migrate", CODE, Map.of()).failure());
    }

    @Test
    void saysThatNobodyHoldsIt() {
        var said = things.run("unlock", CODE, FORCE);
        assertEquals("", said.failure());
        assertTrue(said.says("the lock is free: nobody holds it"), said.printed());
        assertEquals(List.of(), things.ports.amendments().list());
    }

    @Test
    void showsOneThatIsGoneAndChangesNothing() {
        hold(Owner.direct("bob@laptop/1"));
        var before = things.ports.lock().read();
        var said = things.run("unlock", CODE, Map.of());
        assertEquals("", said.failure());
        for (var line : List.of(
                "owner: bob@laptop/1",
                "kind: direct",
                "held for: ",
                "works on: version 1, rank 1",
                "alive: no, it has not renewed its lease for 3 s",
                "nothing was changed")) {
            assertTrue(said.says(line), said.printed());
        }
        assertEquals(before, things.ports.lock().read());
    }

    @Test
    void takesItFromOneThatIsGoneAndLeavesItUnclean() {
        hold(Owner.direct("bob@laptop/1"));
        var epoch = things.ports.lock().read().epoch();
        var said = things.run("unlock", CODE, FORCE);
        assertEquals("", said.failure());
        var lock = things.ports.lock().read();
        assertTrue(lock.holder().isEmpty());
        assertEquals(WORK, lock.unclean().orElseThrow().work());
        assertEquals(epoch + 1, lock.epoch());
        var amended = things.ports.amendments().list().get(0);
        assertEquals("its machine burnt down", amended.why());
        assertTrue(said.says(amended.act().line()), said.printed());
    }

    @Test
    void wantsAReason() {
        hold(Owner.direct("bob@laptop/1"));
        var said = things.run("unlock", CODE, Map.of("force", "true"));
        assertTrue(said.failure().startsWith("DM309 reason is missing"), said.failure());
        assertTrue(things.ports.lock().read().holder().isPresent());
    }

    @Test
    void refusesOneThatLives() {
        var holding = hold(Owner.direct("bob@laptop/1"));
        var heart = Executors.newSingleThreadScheduledExecutor();
        try {
            var unused = heart.scheduleAtFixedRate(
                    () -> things.ports.lock().renew(holding), 500, 500, TimeUnit.MILLISECONDS);
            var said = things.run("unlock", CODE, FORCE);
            assertTrue(
                    said.failure().startsWith("DM308 the lock's holder is alive: direct bob@laptop/1"), said.failure());
            assertTrue(things.ports.lock().read().isHeldBy(holding));
        } finally {
            heart.shutdownNow();
        }
    }

    @Test
    void refusesAWorkflowThatNobodyCanAskFor() {
        var holding = hold(Owner.workflow(EXECUTION));
        var said = things.run("unlock", CODE, FORCE);
        assertTrue(said.says("kind: workflow"), said.printed());
        assertTrue(said.says("cannot ask whether execution " + EXECUTION + " is under way"), said.printed());
        assertTrue(said.failure().startsWith("DM308"), said.failure());
        assertTrue(things.ports.lock().read().isHeldBy(holding));
    }

    @Test
    void refusesAnExecutionThatIsUnderWay() {
        var holding = hold(Owner.workflow(EXECUTION));
        try (var stepFunctions = new ToldExecutions("RUNNING")) {
            var said = things.run("unlock", CODE, with(FORCE, stepFunctions));
            assertTrue(said.failure().startsWith("DM308"), said.failure());
            assertFalse(said.says("cannot ask"), said.printed());
            assertEquals(List.of(EXECUTION), stepFunctions.asked());
        }
        assertTrue(things.ports.lock().read().isHeldBy(holding));
    }

    @Test
    void takesItFromAnExecutionThatIsOver() {
        hold(Owner.workflow(EXECUTION));
        try (var stepFunctions = new ToldExecutions("ABORTED")) {
            var said = things.run("unlock", CODE, with(FORCE, stepFunctions));
            assertEquals("", said.failure());
            assertTrue(said.says("alive: no, its execution is over"), said.printed());
        }
        assertTrue(things.ports.lock().read().holder().isEmpty());
    }

    @Test
    void migrateTakesOverFromAnExecutionThatIsOver() {
        hold(Owner.workflow(EXECUTION));
        things.put("b");
        var impatient = Map.of("lockWaitSeconds", "5");
        try (var stepFunctions = new ToldExecutions("TIMED_OUT")) {
            assertEquals(
                    "",
                    things.run("migrate", CODE, with(impatient, stepFunctions)).failure());
        }
        hold(Owner.workflow(EXECUTION));
        try (var stepFunctions = new ToldExecutions("RUNNING")) {
            var said = things.run("migrate", CODE, with(Map.of("lockWaitSeconds", "1"), stepFunctions));
            assertTrue(said.failure().startsWith("DM30"), said.failure());
            assertTrue(said.says("the lock of the history is held by workflow " + EXECUTION), said.failure());
        }
    }

    private static Map<String, String> with(Map<String, String> settings, ToldExecutions stepFunctions) {
        var all = new HashMap<>(settings);
        all.put("endpoint", stepFunctions.endpoint().toString());
        return all;
    }

    private Holding hold(Owner owner) {
        var lock = things.ports.lock();
        var holding = lock.take(lock.read(), owner, LEASE, LEASE).orElseThrow();
        lock.workOn(holding, WORK);
        return holding;
    }
}
