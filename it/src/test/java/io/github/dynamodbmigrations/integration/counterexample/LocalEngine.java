package io.github.dynamodbmigrations.integration.counterexample;

import io.github.dynamodbmigrations.catalog.MigrationCatalog;
import io.github.dynamodbmigrations.dynamo.DynamoConnection;
import io.github.dynamodbmigrations.engine.EnginePorts;
import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.history.LockSettings;
import io.github.dynamodbmigrations.history.Owner;
import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.integration.LocalDynamo;
import io.github.dynamodbmigrations.plan.PlannerSettings;
import io.github.dynamodbmigrations.plan.TableFacts.Throughput;
import io.github.dynamodbmigrations.run.ActiveRun;
import io.github.dynamodbmigrations.run.DirectRunner;
import io.github.dynamodbmigrations.run.DirectRunner.DirectSettings;
import io.github.dynamodbmigrations.run.Machine;
import io.github.dynamodbmigrations.run.RunLifecycle;
import io.github.dynamodbmigrations.run.RunObserver;
import io.github.dynamodbmigrations.run.RunSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The whole engine in this JVM, with short leases; a test may stand between it and what it talks to.
 *
 * @param table the name of what it migrates
 * @param history where it keeps its history
 * @param between stands between the engine and its ports
 * @param planner what it is asked to run
 * @param settleDelay how long it lets the application finish before it verifies
 */
record LocalEngine(
        String table,
        HistorySettings history,
        UnaryOperator<EnginePorts> between,
        PlannerSettings planner,
        Duration settleDelay) {
    static final Duration LEASE = Duration.ofMillis(2_500);
    static final Duration LONGEST_LIFE = Duration.ofSeconds(4);

    private static final DynamoConnection CONNECTION = DynamoConnection.open(
            new DynamoConnection.Target(
                    "us-east-1",
                    Optional.of(LocalDynamo.endpoint()),
                    Optional.of(new DynamoConnection.Credentials("local", "local")),
                    Duration.ofSeconds(20)),
            Machine.surroundings().wall(),
            Machine.surroundings().pause(),
            Machine.surroundings().uuids());
    private static final AtomicInteger OWNERS = new AtomicInteger();

    /** One whose application never takes long, and that is asked for all that is pending. */
    LocalEngine(String table, HistorySettings history, UnaryOperator<EnginePorts> between) {
        this(table, history, between, PlannerSettings.DEFAULT, Duration.ZERO);
    }

    /** An engine with a history of its own. */
    static LocalEngine of(String table) {
        return new LocalEngine(table, HistorySettings.of(LocalDynamo.uniqueName("history")), UnaryOperator.identity());
    }

    /** The same engine and history, with something between it and its ports. */
    LocalEngine with(UnaryOperator<EnginePorts> other) {
        return new LocalEngine(table, history, other, planner, settleDelay);
    }

    /** The same history over another table. */
    LocalEngine over(String other) {
        return new LocalEngine(other, history, between, planner, settleDelay);
    }

    /** The same engine and history, asked for something else. */
    LocalEngine asked(PlannerSettings other) {
        return new LocalEngine(table, history, between, other, settleDelay);
    }

    /** The same engine and history, which lets the application finish. */
    LocalEngine settling(Duration delay) {
        return new LocalEngine(table, history, between, planner, delay);
    }

    /** Applies what is pending. */
    List<Run> migrate(Class<?>... migrations) {
        return migrate(Code.of(migrations));
    }

    /** Applies what is pending of these. */
    List<Run> migrate(MigrationCatalog catalog) {
        return run(catalog, DirectRunner::migrate);
    }

    /** Takes the newest version back. */
    List<Run> undo(Class<?>... migrations) {
        return run(Code.of(migrations), DirectRunner::undo);
    }

    private List<Run> run(MigrationCatalog catalog, BiFunction<DirectRunner, Consumer<ActiveRun>, List<Run>> goal) {
        var surroundings = Machine.surroundings();
        var settings = settings(CONNECTION.historyTable(history).ensure());
        var ports = between.apply(ports());
        var direct = new DirectSettings(
                Owner.direct("test/" + OWNERS.incrementAndGet() + "/" + UUID.randomUUID()),
                new LockSettings(LEASE, LONGEST_LIFE, Duration.ofMinutes(1), Duration.ofMillis(50)),
                "us-east-1",
                Optional.empty(),
                () -> false);
        var threads = Machine.threads();
        try {
            var lifecycle = new RunLifecycle(ports, settings, catalog, surroundings);
            var runner =
                    new DirectRunner(ports, settings, lifecycle, surroundings, direct, threads, new RunObserver() {});
            return goal.apply(runner, run -> {});
        } finally {
            threads.shutdown();
        }
    }

    /** What the engine talks to, with nothing in between. */
    EnginePorts ports() {
        return CONNECTION.ports(history);
    }

    /** What the history knows. */
    List<Run> runs() {
        return ports().history().open().runs();
    }

    private RunSettings settings(String historyArn) {
        return new RunSettings(
                history,
                historyArn,
                planner,
                Map.of("Things", table, "Shop", table),
                Map.of(),
                new Throughput(4_000, 400),
                0,
                1,
                settleDelay);
    }
}
