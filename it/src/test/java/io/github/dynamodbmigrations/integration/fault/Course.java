package io.github.dynamodbmigrations.integration.fault;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** What happens to a runner while it migrates. */
interface Course {
    /** Longer than any run takes. */
    Duration LONGEST = Duration.ofMinutes(10);
    /** Each look takes some reads, which those who are watched have to do without. */
    Duration POLL = Duration.ofMillis(200);

    /**
     * Migrates to the end.
     *
     * @param runner what migrates
     * @param firstPassEnded is told when no writer of the old shape may begin any more
     * @throws InterruptedException if the test is
     */
    void take(Runner runner, Runnable firstPassEnded) throws InterruptedException;

    /** Nothing happens to it. */
    static void onceThrough(Runner runner, Runnable firstPassEnded) throws InterruptedException {
        runner.start();
        finish(runner, firstPassEnded);
    }

    /** Lets it come to its end by itself. */
    static void finish(Runner runner, Runnable firstPassEnded) throws InterruptedException {
        await("the end of the first pass", () -> runner.progress() >= 1 || !runner.isAlive());
        firstPassEnded.run();
        await("the end", () -> !runner.isAlive());
    }

    /** Waits. */
    static void await(String what, BooleanSupplier condition) throws InterruptedException {
        var end = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, () -> "it took too long to reach " + what);
            Thread.sleep(POLL.toMillis());
        }
    }
}
