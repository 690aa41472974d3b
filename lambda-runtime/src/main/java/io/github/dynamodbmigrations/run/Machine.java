package io.github.dynamodbmigrations.run;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/** The real clocks, threads and randomness of this machine: the only place that the engine gets them from. */
public final class Machine {
    private static final String KEPT_CONNECTIONS = "http.maxConnections";
    /** More than workers have requests in flight. */
    private static final String MANY = "128";

    private Machine() {}

    /** What the engine takes from the machine. */
    public static Surroundings surroundings() {
        keepConnections();
        RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();
        return new Surroundings(
                Clock.systemUTC(),
                System::nanoTime,
                length -> {
                    var end = System.nanoTime() + length.toNanos();
                    for (var left = length.toNanos(); left > 0; left = end - System.nanoTime()) {
                        LockSupport.parkNanos(left);
                    }
                },
                random,
                () -> UUID.randomUUID().toString());
    }

    /**
     * The JDK's HTTP client keeps five idle connections for each host unless it is told otherwise, and closes the others: with
     * more requests in flight, many would begin with a new connection and its TLS handshake. What was told stays.
     */
    private static void keepConnections() {
        if (System.getProperty(KEPT_CONNECTIONS) == null) {
            System.setProperty(KEPT_CONNECTIONS, MANY);
        }
    }

    /** Threads without bounds, which do not keep the process alive. */
    public static ExecutorService threads() {
        return Executors.newCachedThreadPool(Machine::daemon);
    }

    /** Does something again and again, until it is shut down. */
    static ScheduledExecutorService every(long millis, Runnable task) {
        var thread = Executors.newSingleThreadScheduledExecutor(Machine::daemon);
        var unused = thread.scheduleAtFixedRate(task, millis, millis, TimeUnit.MILLISECONDS);
        return thread;
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task, "dynamodb-migrations");
        thread.setDaemon(true);
        return thread;
    }
}
