package io.github.dynamodbmigrations.integration.fault;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * Many kills, most of them spread over the first pass, each at a random moment after a share of it; before one of them the
 * process is frozen past its lease, and thaws when another one has gone on with its work. Of the last ones the first falls into
 * a verify pass, the others into the sweep with which that is begun anew, each a random number of pages later.
 *
 * @param engine what is killed
 * @param kills how often in the first pass
 * @param lateKills how often after it
 * @param seed of the moments
 */
record KilledOften(EngineProcess engine, int kills, int lateKills, long seed) implements Course {
    private static final double LAST_KILL = 0.9;
    private static final int LONGEST_MILLIS = 300;
    /** Of more than eighty for all of them: a pass must not end before it is killed. */
    private static final int MOST_PAGES = 20;
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
                freeze();
            }
            Course.await("kill " + kill, () -> engine.progress() >= progress || !engine.isAlive());
            Thread.sleep(random.nextInt(LONGEST_MILLIS));
            kill();
        }
        killIn(true, 1 + random.nextInt(MOST_PAGES), firstPassEnded);
        var pages = 0;
        for (var kill = 1; kill < lateKills; kill++) {
            pages += 1 + random.nextInt(MOST_PAGES);
            killIn(false, pages, firstPassEnded);
        }
        for (var start = 0; start <= MOST_FURTHER_STARTS && !engine.hasSucceeded(); start++) {
            engine.start();
            Course.finish(engine, firstPassEnded);
        }
    }

    private void killIn(boolean verify, int pages, Runnable firstPassEnded) throws InterruptedException {
        BooleanSupplier isThere = () -> isIn(engine.pass(), verify, pages);
        for (var start = 0; start <= MOST_FURTHER_STARTS && !isThere.getAsBoolean(); start++) {
            engine.start();
            Course.await("the end of the first pass", () -> engine.progress() >= 1 || !engine.isAlive());
            firstPassEnded.run();
            Course.await("a late pass", () -> isThere.getAsBoolean() || !engine.isAlive());
        }
        assertTrue(isThere.getAsBoolean(), "it did not come to a pass of that kind");
        kill();
    }

    private void freeze() throws InterruptedException {
        Course.await("a first page", () -> engine.isWorking() || !engine.isAlive());
        var zombie = engine.freeze();
        engine.start();
        Course.await("its successor's first page", () -> engine.isWorking() || !engine.isAlive());
        assertFalse(EngineProcess.thaw(zombie), "who was frozen past its lease says that it succeeded");
    }

    private boolean isIn(int pass, boolean verify, int pages) {
        return pass > 1 && (pass % 2 == 0) == verify && engine.pages(pass) >= pages;
    }

    private void kill() {
        assertFalse(engine.hasSucceeded(), "it ended before it could be killed");
        engine.kill();
    }
}
