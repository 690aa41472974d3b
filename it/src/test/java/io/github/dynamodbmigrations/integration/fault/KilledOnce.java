package io.github.dynamodbmigrations.integration.fault;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;

/** One kill after a quarter of the pages, in the middle of the next ones. */
record KilledOnce() implements Course {
    private static final double KILLED_AFTER = 0.25;
    private static final Duration WITHIN_A_PAGE = Duration.ofMillis(200);
    private static final Duration DOWN = Duration.ofMillis(500);

    @Override
    public void take(Runner runner, Runnable firstPassEnded) throws InterruptedException {
        runner.start();
        Course.await("a quarter of the pages", () -> runner.progress() >= KILLED_AFTER || !runner.isAlive());
        Thread.sleep(WITHIN_A_PAGE.toMillis());
        assertTrue(runner.isAlive(), "it ended before it could be killed");
        runner.kill();
        Thread.sleep(DOWN.toMillis());
        runner.start();
        Course.finish(runner, firstPassEnded);
    }
}
