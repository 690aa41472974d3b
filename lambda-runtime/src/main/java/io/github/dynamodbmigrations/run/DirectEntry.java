package io.github.dynamodbmigrations.run;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.dynamo.DynamoConnection;
import io.github.dynamodbmigrations.engine.AskedExecutions;
import io.github.dynamodbmigrations.engine.Untold;
import io.github.dynamodbmigrations.workflow.SfnWorkflow;
import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Where a build tool enters the engine: in a class loader that sees the migrations, the engine and the JDK, and nothing of
 * the tool. Only types of the JDK cross the border.
 */
public final class DirectEntry {
    private static final long TICK_MILLIS = 250;

    private DirectEntry() {}

    /**
     * Runs a goal to its end, with the credentials among its settings or those of the SDK's default chain.
     *
     * @param settings as {@link #run(Map, PrintStream, BooleanSupplier, Supplier)} takes them
     * @param out where to print
     * @return what that answers
     */
    public static Map<String, String> run(Map<String, String> settings, PrintStream out) {
        return run(settings, out, () -> false);
    }

    /**
     * Runs a goal until its end or a stop.
     *
     * @param settings as {@link #run(Map, PrintStream, BooleanSupplier, Supplier)} takes them
     * @param out where to print
     * @param stop whether to come to an end in an orderly way; asked often, by several threads
     * @return what that answers
     */
    public static Map<String, String> run(Map<String, String> settings, PrintStream out, BooleanSupplier stop) {
        return run(settings, out, stop, Map::of);
    }

    /**
     * Runs a goal until its end or a stop, with credentials that may change meanwhile.
     *
     * @param settings {@code goal}, {@code region} and {@code historyTable} are required; {@code endpoint},
     *     {@code accessKeyId} and {@code secretAccessKey}, {@code partitionKeyName}, {@code sortKeyName},
     *     {@code partitionValue}, {@code firstVersion}, {@code target}, {@code emitFrom}, {@code outOfOrder},
     *     {@code ignoreMissing}, {@code tables.<Logical>}, {@code tableRoles.<Logical>}, {@code parameters.<name>}, {@code readUnits},
     *     {@code writeUnits}, {@code maxRejected}, {@code workers}, {@code settleDelaySeconds}, {@code lockWaitSeconds},
     *     {@code leaseMillis}, {@code owner}, {@code showValues} and {@code interactive} are optional, and for the goals that
     *     amend a history {@code why}, {@code baselineVersion}, {@code force}, {@code repair} and {@code tableVersions.<Logical>}; {@code migrate} takes
     *     {@code verify} ({@code off}, with {@code why}) and {@code baselineVersion} too
     * @param out where to print
     * @param stop whether to come to an end in an orderly way; asked often, by several threads
     * @param credentials asked before each request for {@code accessKeyId}, {@code secretAccessKey} and, if they are
     *     temporary, {@code sessionToken}; if its first answer is empty, it is not asked again and counts as not given
     * @return empty after success, unless the goal has something to tell; else {@code failure}, the one line that says why
     */
    public static Map<String, String> run(
            Map<String, String> settings,
            PrintStream out,
            BooleanSupplier stop,
            Supplier<Map<String, String>> credentials) {
        var entry = new EntrySettings(Map.copyOf(settings));
        var goal = Goals.named(entry.goal());
        var surroundings = Machine.surroundings();
        var console = new Console(out, entry.isInteractive(), entry.showsValues(), surroundings.nanoTime());
        var threads = Machine.threads();
        var ticks = Machine.every(TICK_MILLIS, console::tick);
        // Within a third of the lease, so that a request that begins under the lock ends under it.
        var target = entry.target(entry.lock().lease().dividedBy(3), credentials);
        try (var connection =
                        DynamoConnection.open(target, surroundings.wall(), surroundings.pause(), surroundings.uuids());
                var executions = new AskedExecutions(() -> SfnWorkflow.open(
                        entry.region(), entry.endpoint(), target.credentials(), new Untold(console::line)))) {
            return goal.run(
                    new GoalCall(entry, connection, executions, surroundings, console, threads, stop::getAsBoolean));
        } catch (MigrationException failure) {
            return Map.of("failure", String.valueOf(failure.getMessage()));
        } finally {
            ticks.shutdownNow();
            end(threads);
        }
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
