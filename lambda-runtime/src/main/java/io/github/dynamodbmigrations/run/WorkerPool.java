package io.github.dynamodbmigrations.run;

import io.github.dynamodbmigrations.segment.Deadline;
import io.github.dynamodbmigrations.segment.SegmentOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Walks the segments of a pass with several workers at once. When one of them fails, the others end their page and let
 * go of their segments; it returns when nothing is under way any more.
 *
 * @param threads what the workers run in, at least as many as there are workers
 * @param workers how many
 */
record WorkerPool(ExecutorService threads, int workers) {
    /** Walks one segment. */
    @FunctionalInterface
    interface SegmentWalk {
        /** Returns whether it has come to the segment's end. */
        boolean walk(int segment, Deadline deadline);
    }

    /**
     * Walks all segments.
     *
     * @param segments how many there are
     * @param stop when to come to an end before they are walked
     * @param walk walks one
     * @return whether all have come to their ends
     * @throws RuntimeException the first failure
     */
    boolean walk(int segments, Deadline stop, SegmentWalk walk) {
        var left = new ConcurrentLinkedQueue<>(SegmentOrder.of(segments));
        var isFailed = new AtomicBoolean();
        Deadline deadline = () -> isFailed.get() || stop.isReached();
        var running = new ArrayList<Future<Boolean>>();
        for (var worker = 0; worker < Math.min(workers, segments); worker++) {
            running.add(threads.submit(() -> {
                try {
                    return walkWhatIsLeft(left, deadline, walk);
                } catch (RuntimeException | Error failure) {
                    isFailed.set(true);
                    throw failure;
                }
            }));
        }
        return join(running);
    }

    private static boolean walkWhatIsLeft(Queue<Integer> left, Deadline deadline, SegmentWalk walk) {
        for (var segment = left.poll(); segment != null; segment = left.poll()) {
            if (!walk.walk(segment, deadline)) {
                return false;
            }
        }
        return true;
    }

    /** Waits for all, however long it takes: a worker that is left behind would write after the lock is released. */
    private static boolean join(List<Future<Boolean>> running) {
        var isDone = true;
        var failures = new ArrayList<Throwable>();
        for (var worker : running) {
            try {
                isDone &= Uninterrupted.get(worker);
            } catch (ExecutionException failed) {
                failures.add(failed.getCause());
            }
        }
        if (failures.isEmpty()) {
            return isDone;
        }
        if (failures.get(0) instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failures.get(0);
    }
}
