package io.github.dynamodbmigrations.deployed;

import java.time.Duration;

/** A thread that does one thing again and again until it is closed. */
final class Background implements AutoCloseable {
    private final Thread thread;
    private volatile boolean stopped;

    Background(String name, Duration pause, Runnable step) {
        this.thread = new Thread(
                () -> {
                    while (!stopped) {
                        step.run();
                        sleep(pause);
                    }
                },
                name);
        thread.start();
    }

    static void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException("interrupted while waiting", interrupted);
        }
    }

    /** Waits for the last step. */
    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException("interrupted while " + thread.getName() + " ends", interrupted);
        }
    }
}
