package io.github.dynamodbmigrations.integration.fault;

import io.github.dynamodbmigrations.integration.fault.Operation.Kind;
import io.github.dynamodbmigrations.integration.fault.Operation.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Concurrent writers of an application, each with its own seed and as fast as it can. Half of what they write they aim at
 * the items that the migration has just read and not yet written.
 */
final class ApplicationWriters {
    private static final int WRITERS = 4;
    /** Of a thousand operations; the rest are additions and tokens, half each. */
    private static final int SETS = 200, INSERTS = 10, DELETES = 30;

    private final Application application;
    private final List<String> ids;
    private final Supplier<List<String>> inFlight;
    private final Queue<Operation> record = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean inserting = true;
    private volatile boolean stopped;

    /**
     * Makes writers.
     *
     * @param application what they do
     * @param ids of the things that exist
     * @param inFlight ids of what the migration has read and may not have written yet
     */
    ApplicationWriters(Application application, Collection<String> ids, Supplier<List<String>> inFlight) {
        this.application = application;
        this.ids = List.copyOf(ids);
        this.inFlight = inFlight;
    }

    void start(long seed) {
        IntStream.range(0, WRITERS)
                .mapToObj(number -> new Thread(new Writer(number, new Random(seed + number)), "writer " + number))
                .forEach(threads::add);
        threads.forEach(Thread::start);
    }

    /** From now on only what exists is written: old shapes that never stop never converge. */
    void stopInserting() {
        inserting = false;
    }

    /** Ends all writers and returns what they did, that of each in its order. */
    List<Operation> stop() throws InterruptedException {
        stopped = true;
        for (var thread : threads) {
            thread.join();
        }
        return List.copyOf(record);
    }

    long acknowledged() {
        return record.stream()
                .filter(operation -> operation.outcome() == Outcome.OK)
                .count();
    }

    /** One writer; it alone sets and deletes the things whose ids fall to it. */
    private final class Writer implements Runnable {
        private final int number;
        private final Random random;
        private long count;

        Writer(int number, Random random) {
            this.number = number;
            this.random = random;
        }

        @Override
        public void run() {
            while (!stopped) {
                write();
            }
        }

        private void write() {
            var id = any();
            var kind = kind(id);
            var token = application.getClass().getSimpleName().charAt(0) + "" + number + "-" + count++;
            switch (kind) {
                case ADD -> write(kind, id, Integer.toString(1 + random.nextInt(3)));
                case APPEND -> write(kind, id, token);
                case INSERT -> write(kind, token, application.text(kind, token));
                case SET, DELETE -> write(kind, id, application.text(kind, token));
            }
        }

        private void write(Kind kind, String id, String value) {
            record.add(new Operation(kind, id, value, application.apply(kind, id, value)));
        }

        private Kind kind(String id) {
            var kind = any(random.nextInt(1_000));
            return mayWrite(kind, id) ? kind : random.nextBoolean() ? Kind.ADD : Kind.APPEND;
        }

        private static Kind any(int dice) {
            if (dice < INSERTS) {
                return Kind.INSERT;
            }
            if (dice < INSERTS + DELETES) {
                return Kind.DELETE;
            }
            return dice < INSERTS + DELETES + SETS ? Kind.SET : dice % 2 == 0 ? Kind.ADD : Kind.APPEND;
        }

        private boolean mayWrite(Kind kind, String id) {
            return application.operations().contains(kind)
                    && switch (kind) {
                        case ADD, APPEND -> true;
                        case SET, DELETE -> Math.floorMod(id.hashCode(), WRITERS) == number;
                        case INSERT -> inserting;
                    };
        }

        private String any() {
            var near = inFlight.get();
            var from = near.isEmpty() || random.nextBoolean() ? ids : near;
            return from.get(random.nextInt(from.size()));
        }
    }
}
