package io.github.dynamodbmigrations.throttle;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Does several things at once, a few at a time.
 *
 * @param executor what runs them; not the one that the caller itself runs in, if that one is bounded
 * @param width how many at a time
 */
public record Concurrency(Executor executor, int width) {
    /** One after the other, in the calling thread. */
    public static final Concurrency NONE = new Concurrency(Runnable::run, 1);

    /**
     * Does the same with each input, and returns when nothing is under way any more. After a failure nothing new is
     * begun, what is under way is waited for, and the first failure is thrown.
     *
     * @param inputs what to do it with
     * @param work what to do
     * @param <I> type of an input
     * @param <O> type of a result
     * @return the results, in the order of the inputs
     */
    public <I, O> List<O> each(List<I> inputs, Function<I, O> work) {
        var next = new AtomicInteger();
        var failure = new AtomicReference<Throwable>();
        var results = new AtomicReferenceArray<O>(inputs.size());
        Runnable lane = () -> {
            while (failure.get() == null) {
                var index = next.getAndIncrement();
                if (index >= inputs.size()) {
                    return;
                }
                try {
                    results.set(index, work.apply(inputs.get(index)));
                } catch (RuntimeException | Error thrown) {
                    failure.compareAndSet(null, thrown);
                }
            }
        };
        runLanes(lane, Math.min(width, inputs.size()), failure);
        rethrow(failure.get());
        var ordered = new ArrayList<O>(inputs.size());
        for (var index = 0; index < inputs.size(); index++) {
            ordered.add(results.get(index));
        }
        return List.copyOf(ordered);
    }

    private void runLanes(Runnable lane, int count, AtomicReference<Throwable> failure) {
        var lanes = new ArrayList<CompletableFuture<Void>>();
        try {
            for (var started = 0; started < count; started++) {
                lanes.add(CompletableFuture.runAsync(lane, executor));
            }
        } catch (RuntimeException refused) {
            failure.compareAndSet(null, refused);
        }
        lanes.forEach(CompletableFuture::join);
    }

    private static void rethrow(@Nullable Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
    }
}
