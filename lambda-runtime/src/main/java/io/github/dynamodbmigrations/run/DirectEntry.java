package io.github.dynamodbmigrations.run;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.catalog.MigrationCatalog;
import io.github.dynamodbmigrations.dynamo.DynamoConnection;
import io.github.dynamodbmigrations.engine.EnginePorts;
import io.github.dynamodbmigrations.history.LockSettings;
import io.github.dynamodbmigrations.history.Owner;
import io.github.dynamodbmigrations.segment.Deadline;
import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Where a build tool enters the engine: in a class loader that sees the migrations, the engine and the JDK, and nothing of
 * the tool. Only types of the JDK cross the border.
 */
public final class DirectEntry {
    private static final long TICK_MILLIS = 250;

    private DirectEntry() {}

    /**
     * Applies what is pending, or rehearses it.
     *
     * @param settings {@code goal} ({@code rehearse} or {@code migrate}), {@code region} and {@code historyTable} are
     *     required; {@code endpoint}, {@code accessKeyId} and {@code secretAccessKey}, {@code partitionKeyName},
     *     {@code sortKeyName}, {@code partitionValue}, {@code firstVersion}, {@code target}, {@code emitFrom},
     *     {@code outOfOrder}, {@code ignoreMissing}, {@code tables.<Logical>}, {@code parameters.<name>},
     *     {@code readUnits}, {@code writeUnits}, {@code maxRejected}, {@code workers}, {@code settleDelaySeconds},
     *     {@code lockWaitSeconds}, {@code owner}, {@code showValues} and {@code interactive} are optional
     * @param out where to print
     * @return empty after success; else {@code failure}, the one line that says why
     */
    public static Map<String, String> run(Map<String, String> settings, PrintStream out) {
        var entry = new EntrySettings(Map.copyOf(settings));
        var surroundings = Machine.surroundings();
        var console = new Console(out, entry.isInteractive(), entry.showsValues(), surroundings.nanoTime());
        var threads = Machine.threads();
        var ticks = Machine.every(TICK_MILLIS, console::tick);
        try {
            return run(entry, surroundings, console, threads);
        } catch (MigrationException failure) {
            return Map.of("failure", String.valueOf(failure.getMessage()));
        } finally {
            ticks.shutdownNow();
            end(threads);
        }
    }

    private static Map<String, String> run(
            EntrySettings entry, Surroundings surroundings, Console console, ExecutorService threads) {
        var lock = LockSettings.direct(entry.lockWait());
        // Within a third of the lease, so that a request that begins under the lock ends under it.
        var target = entry.target(lock.lease().dividedBy(3));
        try (var connection =
                DynamoConnection.open(target, surroundings.wall(), surroundings.pause(), surroundings.uuids())) {
            var settings = entry.run(connection.historyTable(entry.history()).ensure());
            var catalog = MigrationCatalog.load(DirectEntry.class.getClassLoader());
            var ports = connection.ports(entry.history());
            var direct = new DirectRunner.DirectSettings(
                    Owner.direct(entry.owner() + "/" + ProcessHandle.current().pid() + "/"
                            + surroundings.uuids().get()),
                    lock,
                    entry.region(),
                    entry.endpoint(),
                    Deadline.NEVER);
            var runner = new DirectRunner(
                    ports,
                    settings,
                    new RunLifecycle(ports, settings, catalog, surroundings),
                    surroundings,
                    direct,
                    threads,
                    console);
            try {
                apply(entry, runner, new SecondWalk(ports, surroundings, threads, settings.workers()), console);
            } finally {
                showHistory(ports, console);
            }
            return Map.of();
        }
    }

    private static void apply(EntrySettings entry, DirectRunner runner, SecondWalk secondWalk, Console console) {
        if (entry.isRehearsal()) {
            new Rehearsal(runner, secondWalk, console).rehearse();
        } else if (runner.migrate(run -> {}).isEmpty()) {
            console.line("Nothing is pending.");
        }
    }

    private static void showHistory(EnginePorts ports, Console console) {
        var state = ports.history().open();
        console.line("");
        console.line("History: version " + state.status().version() + ", "
                + state.status().status());
        RunReport.of(state.runs()).forEach(console::line);
    }

    /** Nothing is under way any more: the runner has waited for its workers. */
    private static void end(ExecutorService threads) {
        threads.shutdown();
        try {
            var unused = threads.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
