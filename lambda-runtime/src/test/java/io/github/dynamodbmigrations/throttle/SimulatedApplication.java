package io.github.dynamodbmigrations.throttle;

import java.time.Duration;
import java.util.Random;

/** An application that writes steadily, items of one to four units, and gives a write up after three tries, as an SDK does. */
final class SimulatedApplication {
    private static final Duration LATENCY = Duration.ofMillis(5);
    private static final int TRIES = 3;
    private static final double MEAN_UNITS = 2.5;

    private final VirtualTime time;
    private final SimulatedTable table;
    private final Random random = new Random(7);
    private final Duration between;
    private boolean isStopped;
    private long asked;
    private long lost;
    private long calls;
    private long throttled;

    SimulatedApplication(VirtualTime time, SimulatedTable table, double perSecond) {
        this.time = time;
        this.table = table;
        this.between = Duration.ofNanos((long) (1e9 * MEAN_UNITS / perSecond));
    }

    void start() {
        if (!isStopped) {
            asked++;
            write(random.nextInt(table.partitions), 1 + random.nextInt(4), 1);
            time.in(between, this::start);
        }
    }

    void stop() {
        isStopped = true;
    }

    private void write(int partition, double units, int attempt) {
        time.in(LATENCY, () -> {
            calls++;
            if (table.write(time.now(), partition, units).isEmpty()) {
                return;
            }
            throttled++;
            if (attempt == TRIES) {
                lost++;
                return;
            }
            var longest = Duration.ofMillis(50L << attempt).toNanos();
            time.in(Duration.ofNanos(random.nextLong(longest)), () -> write(partition, units, attempt + 1));
        });
    }

    /** Of all its writes, those that DynamoDB took. */
    double share() {
        return 1 - (double) lost / asked;
    }

    /** Of all its calls, those that DynamoDB refused. */
    double refused() {
        return (double) throttled / calls;
    }
}
