package io.github.dynamodbmigrations.deployed;

import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.exception.SdkException;

/** The application: customers who look at orders all the time, each look an acknowledged write. */
final class Viewers implements AutoCloseable {
    private static final int COUNT = 3;
    private static final long PAUSE_MILLIS = 10;

    private final Orders orders;
    private final int size;
    private final Queue<View> record = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads;
    private volatile boolean stopped;
    private volatile long unanswered;

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
        this.threads = IntStream.range(0, COUNT)
                .mapToObj(number -> new Thread(() -> look(new Random(number)), "viewer " + number))
                .toList();
        threads.forEach(Thread::start);
    }

    private void look(Random random) {
        while (!stopped) {
            var id = Orders.id(random.nextInt(size));
            try {
                orders.view(id);
                record.add(new View(id, Instant.now()));
                Thread.sleep(PAUSE_MILLIS);
            } catch (SdkException unknown) {
                unanswered++;
            } catch (InterruptedException end) {
                return;
            }
        }
    }

    List<View> views() {
        return List.copyOf(record);
    }

    /** Writes that may or may not show. */
    long unanswered() {
        return unanswered;
    }

    @Override
    public void close() throws InterruptedException {
        stopped = true;
        for (var thread : threads) {
            thread.join();
        }
    }
}
