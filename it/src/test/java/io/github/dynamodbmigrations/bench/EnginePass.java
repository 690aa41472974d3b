package io.github.dynamodbmigrations.bench;

import io.github.dynamodbmigrations.OnChange;
import io.github.dynamodbmigrations.catalog.MigrationCatalog;
import io.github.dynamodbmigrations.checkpoint.Checkpoint;
import io.github.dynamodbmigrations.checkpoint.Tally;
import io.github.dynamodbmigrations.dynamo.DynamoConnection;
import io.github.dynamodbmigrations.dynamo.DynamoConnection.Credentials;
import io.github.dynamodbmigrations.dynamo.DynamoConnection.Target;
import io.github.dynamodbmigrations.history.Checksums;
import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.history.LockSettings;
import io.github.dynamodbmigrations.history.Owner;
import io.github.dynamodbmigrations.history.WorkerReport;
import io.github.dynamodbmigrations.integration.LocalDynamo;
import io.github.dynamodbmigrations.plan.GuardMode;
import io.github.dynamodbmigrations.plan.MigrationDefinition;
import io.github.dynamodbmigrations.plan.MigrationDefinition.DeclaredSource;
import io.github.dynamodbmigrations.plan.MigrationDefinition.Kind;
import io.github.dynamodbmigrations.plan.PlannerSettings;
import io.github.dynamodbmigrations.plan.TableFacts.Throughput;
import io.github.dynamodbmigrations.plan.WriterFacts;
import io.github.dynamodbmigrations.run.ActiveRun;
import io.github.dynamodbmigrations.run.DirectRunner;
import io.github.dynamodbmigrations.run.DirectRunner.DirectSettings;
import io.github.dynamodbmigrations.run.Machine;
import io.github.dynamodbmigrations.run.PassResult;
import io.github.dynamodbmigrations.run.RunLifecycle;
import io.github.dynamodbmigrations.run.RunObserver;
import io.github.dynamodbmigrations.run.RunSettings;
import io.github.dynamodbmigrations.scan.Filter;
import io.github.dynamodbmigrations.segment.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** The engine as a goal runs it, with a history of its own; measured from its first pass to its second, the verifying one. */
final class EnginePass {
    private static final double AS_MUCH_AS_IT_LIKES = 1e7;

    private final BenchTable table;
    private final Shape shape;
    private final ExecutorService threads;
    private final List<Measurement.Mark> passes = new ArrayList<>();
    private final LongAdder pages = new LongAdder();

    EnginePass(BenchTable table, Shape shape, ExecutorService threads) {
        this.table = table;
        this.shape = shape;
        this.threads = threads;
    }

    Measurement run(int mark) {
        var surroundings = Machine.surroundings();
        var target = new Target(
                "us-east-1",
                Optional.of(LocalDynamo.endpoint()),
                Optional.of(new Credentials("local", "local")),
                Duration.ofSeconds(5));
        var history = HistorySettings.of(LocalDynamo.uniqueName("Bench-migrations"));
        try (var connection =
                DynamoConnection.open(target, surroundings.wall(), surroundings.pause(), surroundings.uuids())) {
            var settings = new RunSettings(
                    history,
                    connection.historyTable(history).ensure(),
                    PlannerSettings.DEFAULT,
                    Map.of("Bench", table.name()),
                    Map.of("mark", Integer.toString(mark), "buckets", Integer.toString(shape.buckets())),
                    new Throughput(AS_MUCH_AS_IT_LIKES, AS_MUCH_AS_IT_LIKES),
                    0,
                    shape.workers(),
                    Duration.ZERO);
            var ports = connection.ports(history);
            new DirectRunner(
                            ports,
                            settings,
                            new RunLifecycle(ports, settings, new MigrationCatalog(List.of(migration())), surroundings),
                            surroundings,
                            new DirectSettings(
                                    Owner.direct("bench"),
                                    LockSettings.direct(LockSettings.DIRECT_LEASE, Duration.ofSeconds(1)),
                                    "us-east-1",
                                    Optional.of(LocalDynamo.endpoint()),
                                    Deadline.NEVER),
                            threads,
                            new Passes())
                    .migrate(run -> {});
        }
        return Measurement.between(passes.get(0), passes.get(1), table.items());
    }

    /** How many pages the measured pass had. */
    long pages() {
        return pages.sum();
    }

    private MigrationDefinition migration() {
        return new MigrationDefinition(
                1,
                SetMark.class,
                Kind.ITEM,
                Optional.of("Bench"),
                "",
                new DeclaredSource(Optional.empty(), Optional.empty(), Optional.empty(), Filter.NONE, shape.segments()),
                GuardMode.NONE,
                WriterFacts.UNKNOWN,
                0,
                0,
                0,
                List.of("mark", "buckets"),
                OnChange.STOP,
                new Checksums("v1:bench", "v1:bench"));
    }

    private final class Passes implements RunObserver {
        @Override
        public void passBegan(ActiveRun run, PassResult before, Supplier<WorkerReport> pace) {
            passes.add(Measurement.Mark.now());
        }

        @Override
        public void page(Checkpoint after, long evaluated, Tally page) {
            if (passes.size() == 1) {
                pages.increment();
            }
        }
    }
}
