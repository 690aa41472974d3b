package io.github.dynamodbmigrations.deployed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.exception.SdkException;

/** The application: customers who look at orders all the time, each look an acknowledged write. */
final class Viewers implements AutoCloseable {
    private static final int COUNT = 3;
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final Orders orders;
    private final int size;
    private final Queue<View> record = new ConcurrentLinkedQueue<>();
    private final AtomicLong unanswered = new AtomicLong();
    private final List<Background> viewers;

    /**
     * An acknowledged write.
     *
     * @param id of the order
     * @param when it was acknowledged
     */
    record View(String id, Instant when) {}

    Viewers(Orders orders, int size) {
        this.orders = orders;
        this.size = size;
        this.viewers = IntStream.range(0, COUNT)
                .mapToObj(Random::new)
                .map(random -> new Background("viewer", PAUSE, () -> look(random)))
                .toList();
    }

    private void look(Random random) {
        var id = Orders.id(random.nextInt(size));
        try {
            orders.view(id);
            record.add(new View(id, Instant.now()));
        } catch (SdkException unknown) {
            unanswered.incrementAndGet();
        }
    }

    List<View> views() {
        return List.copyOf(record);
    }

    /** Writes that may or may not show. */
    long unanswered() {
        return unanswered.get();
    }

    @Override
    public void close() {
        viewers.forEach(Background::close);
    }
}
