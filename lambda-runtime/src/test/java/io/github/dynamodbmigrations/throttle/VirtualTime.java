package io.github.dynamodbmigrations.throttle;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/** A clock that jumps from one thing that happens to the next. */
final class VirtualTime {
    private final PriorityQueue<Happening> coming =
            new PriorityQueue<>(Comparator.comparingLong(Happening::at).thenComparingLong(Happening::order));
    private long now;
    private long order;

    private record Happening(long at, long order, Runnable what) {}

    long now() {
        return now;
    }

    double seconds() {
        return now / 1e9;
    }

    void in(Duration delay, Runnable what) {
        coming.add(new Happening(now + delay.toNanos(), order++, what));
    }

    /** Lets things happen, one by one, as long as it is wanted. */
    void runWhile(BooleanSupplier wanted) {
        while (wanted.getAsBoolean()) {
            var next = coming.remove();
            now = next.at();
            next.what().run();
        }
    }
}
