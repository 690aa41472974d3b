package io.github.dynamodbmigrations.launch;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Ctrl-C or SIGTERM, turned into an orderly end: this process goes on until what runs has noticed and ended, for a bounded
 * time.
 */
final class Interruption implements AutoCloseable {
    private static final Duration LAST_WORDS = Duration.ofMillis(300);

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean isAsked;

    private Interruption(Duration patience, Consumer<String> say) {
        this.hook = new Thread(() -> await(patience, say), "dynamodb-migrations-stop");
    }

    /** Watches for it until this is closed. */
    static Interruption watch(Duration patience, Consumer<String> say) {
        var interruption = new Interruption(patience, say);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** Whether the process was told to end. */
    boolean isAsked() {
        return isAsked;
    }

    private void await(Duration patience, Consumer<String> say) {
        isAsked = true;
        say.accept("told to stop: items that were begun are finished first");
        try {
            if (ended.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                // Maven prints how the build ended.
                Thread.sleep(LAST_WORDS.toMillis());
            } else {
                say.accept("what runs did not end within " + patience.toSeconds()
                        + " s; the next start resumes it all the same");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What ran has ended, and has said all that it has to. */
    @Override
    public void close() {
        ended.countDown();
        if (!isAsked) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // It is being shut down at this moment: the hook sees that this has ended.
            }
        }
    }
}
