package io.github.dynamodbmigrations.deployed;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.checkpoint.Checkpoint;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Watches from outside when the first page of each run was acknowledged, and when its last was not yet: in between, the
 * migration was at work for certain.
 */
final class Window implements AutoCloseable {
    private static final long PAUSE_MILLIS = 100;

    private final Stack stack;
    private final Thread thread = new Thread(this::watch, "window");
    private final Map<Long, Span> spans = new ConcurrentHashMap<>();
    private volatile boolean stopped;

    /**
     * When a run was at work.
     *
     * @param from a page was acknowledged before
     * @param to the last page was not acknowledged yet
     */
    record Span(Instant from, @Nullable Instant to) {
        long count(Viewers viewers) {
            return viewers.views().stream()
                    .filter(view -> to != null
                            && view.when().isAfter(from)
                            && view.when().isBefore(to))
                    .count();
        }
    }

    Window(Stack stack) {
        this.stack = stack;
        thread.start();
    }

    private void watch() {
        while (!stopped) {
            try {
                look();
                Thread.sleep(PAUSE_MILLIS);
            } catch (SdkException | MigrationException notYet) {
                Thread.yield();
            } catch (InterruptedException end) {
                return;
            }
        }
    }

    private void look() {
        for (var run : stack.history().runs()) {
            var now = Instant.now();
            var checkpoints = Cloud.firstPass(stack.historyTable(), run.key());
            if (checkpoints.stream().noneMatch(checkpoint -> checkpoint.seq() > 0)) {
                continue;
            }
            var span = spans.computeIfAbsent(run.version(), version -> new Span(now, null));
            if (!checkpoints.stream().allMatch(Checkpoint::done)) {
                spans.put(run.version(), new Span(span.from(), now));
            }
        }
    }

    Map<Long, Span> spans() {
        return Map.copyOf(spans);
    }

    @Override
    public void close() throws InterruptedException {
        stopped = true;
        thread.join();
    }
}
