package io.github.dynamodbmigrations.integration.fault;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

/**
 * Many kills, spread over the first pass, each at a random moment after a share of it; before one of them the process is
 * frozen past its lease, and thaws when another one has gone on with its work.
 *
 * @param engine what is killed
 * @param kills how often
 * @param seed of the moments
 */
record KilledOften(EngineProcess engine, int kills, long seed) implements Course {
    private static final double LAST_KILL = 0.9;
    private static final int LONGEST_MILLIS = 300;
    /** A process may lose its lease on a machine that is very busy; the next one goes on. */
    private static final int MOST_FURTHER_STARTS = 3;

    @Override
    public void take(Runner runner, Runnable firstPassEnded) throws InterruptedException {
        var random = new Random(seed);
        var frozenAt = 1 + random.nextInt(kills);
        for (var kill = 1; kill <= kills; kill++) {
            var progress = LAST_KILL * kill / kills;
            engine.start();
            if (kill == frozenAt) {
                Course.await("a first page", () -> engine.isWorking() || !engine.isAlive());
                var zombie = engine.freeze();
                engine.start();
                Course.await("its successor's first page", () -> engine.isWorking() || !engine.isAlive());
                assertFalse(EngineProcess.thaw(zombie), "who was frozen past its lease says that it succeeded");
            }
            Course.await("kill " + kill, () -> engine.progress() >= progress || !engine.isAlive());
            Thread.sleep(random.nextInt(LONGEST_MILLIS));
            assertFalse(engine.hasSucceeded(), "it ended before it could be killed");
            engine.kill();
        }
        for (var start = 0; start <= MOST_FURTHER_STARTS && !engine.hasSucceeded(); start++) {
            engine.start();
            Course.finish(engine, firstPassEnded);
        }
        assertTrue(kills == 0 || engine.starts() > kills, "it was not started as often as it was killed");
    }
}
