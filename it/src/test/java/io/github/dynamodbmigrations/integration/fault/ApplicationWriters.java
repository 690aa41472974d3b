package io.github.dynamodbmigrations.integration.fault;

import io.github.dynamodbmigrations.integration.fault.Operation.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Concurrent writers of an application, each with its own seed. Most of what they write they aim at
 * the items that the migration has just read and not yet written.
 */
final class ApplicationWriters {
    private static final int WRITERS = 4;
    /** One of so many writes is aimed at any item. */
    private static final int ELSEWHERE = 4;

    /** Up to which of a thousand throws of the dice a kind is chosen. */
    private static final NavigableMap<Integer, Kind> KINDS = new TreeMap<>(
            Map.of(10, Kind.INSERT, 30, Kind.DELETE, 330, Kind.SET, 530, Kind.PUT, 765, Kind.ADD, 1_000, Kind.APPEND));

    private final Application application;
    private final Duration breath;
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
     * @param breath between two writes of each, so that the engine gets something of a small machine too
     * @param ids of the things that exist
     * @param inFlight ids of what the migration has read and may not have written yet
     */
    ApplicationWriters(
            Application application, Duration breath, Collection<String> ids, Supplier<List<String>> inFlight) {
        this.application = application;
        this.breath = breath;
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
                LockSupport.parkNanos(breath.toNanos());
            }
        }

        private void write() {
            var kind = kind(random.nextInt(1_000));
            var token = token();
            switch (kind) {
                case ADD, PUT -> write(kind, some(), Integer.toString(1 + random.nextInt(3)));
                case APPEND -> write(kind, some(), token);
                case SET, DELETE -> write(kind, own(), application.text(kind, token));
                case INSERT -> write(kind, token, application.text(kind, token));
            }
        }

        private void write(Kind kind, String id, String value) {
            record.add(new Operation(kind, id, value, application.apply(kind, id, value)));
        }

        private Kind kind(int dice) {
            var kind = KINDS.ceilingEntry(dice).getValue();
            var possible = application.operations().contains(kind) && (kind != Kind.INSERT || inserting);
            return possible ? kind : random.nextBoolean() ? Kind.ADD : Kind.APPEND;
        }

        /** Says nothing twice; what is inserted under it falls to this writer. */
        private String token() {
            return Stream.generate(() -> application.getClass().getSimpleName().charAt(0) + "" + number + "-" + count++)
                    .filter(this::isOwn)
                    .findFirst()
                    .orElseThrow();
        }

        /** Something that this writer may add to. */
        private String some() {
            return application.isExclusive() ? own() : any();
        }

        /** Something that falls to this writer. */
        private String own() {
            return Stream.generate(this::any).filter(this::isOwn).findFirst().orElseThrow();
        }

        private boolean isOwn(String id) {
            return Math.floorMod(id.hashCode(), WRITERS) == number;
        }

        private String any() {
            var near = inFlight.get();
            var from = near.isEmpty() || random.nextInt(ELSEWHERE) == 0 ? ids : near;
            return from.get(random.nextInt(from.size()));
        }
    }
}
