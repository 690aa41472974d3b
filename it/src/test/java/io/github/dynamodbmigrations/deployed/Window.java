package io.github.dynamodbmigrations.deployed;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.checkpoint.Checkpoint;
import java.time.Duration;
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
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Stack stack;
    private final Map<Long, Span> spans = new ConcurrentHashMap<>();
    private final Background watch;

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
        this.watch = new Background("window", PAUSE, this::watch);
    }

    private void watch() {
        try {
            look();
        } catch (SdkException | MigrationException notYet) {
            return;
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

    /** Writes of the application while the run of a version was at work. */
    long writes(long version, Viewers viewers) {
        var span = spans.get(version);
        return span == null ? 0 : span.count(viewers);
    }

    @Override
    public void close() {
        watch.close();
    }
}
