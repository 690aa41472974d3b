package io.github.dynamodbmigrations.integration;

import io.github.dynamodbmigrations.ItemMigration;
import io.github.dynamodbmigrations.checkpoint.Checkpoint;
import io.github.dynamodbmigrations.checkpoint.MemoryCheckpoints;
import io.github.dynamodbmigrations.checkpoint.SegmentPass;
import io.github.dynamodbmigrations.checkpoint.Tally;
import io.github.dynamodbmigrations.dynamo.DynamoItemWriter;
import io.github.dynamodbmigrations.dynamo.DynamoPageSource;
import io.github.dynamodbmigrations.dynamo.LedgerMarkers;
import io.github.dynamodbmigrations.history.Checksums;
import io.github.dynamodbmigrations.history.KnownGuards;
import io.github.dynamodbmigrations.judge.Judge;
import io.github.dynamodbmigrations.plan.GuardMode;
import io.github.dynamodbmigrations.plan.RunPlan;
import io.github.dynamodbmigrations.plan.WriterFacts;
import io.github.dynamodbmigrations.scan.Filter;
import io.github.dynamodbmigrations.scan.ItemKey;
import io.github.dynamodbmigrations.scan.Source;
import io.github.dynamodbmigrations.segment.Deadline;
import io.github.dynamodbmigrations.segment.Fence;
import io.github.dynamodbmigrations.segment.Pace;
import io.github.dynamodbmigrations.segment.Ports;
import io.github.dynamodbmigrations.segment.RejectBudget;
import io.github.dynamodbmigrations.segment.SegmentObserver;
import io.github.dynamodbmigrations.segment.SegmentWorker;
import io.github.dynamodbmigrations.throttle.Budget;
import io.github.dynamodbmigrations.throttle.Concurrency;
import io.github.dynamodbmigrations.throttle.Pause;
import io.github.dynamodbmigrations.throttle.TransientReason;
import io.github.dynamodbmigrations.write.ItemWrite;
import io.github.dynamodbmigrations.write.ItemWriter;
import io.github.dynamodbmigrations.write.WriteResult;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Runs passes of one migration over a table with the real adapters; a test may act just before a write. */
final class LocalRun {
    static final String GUARD = "_dm_test";
    static final Source EVERYTHING = new Source.Scan(Optional.empty(), Filter.NONE);

    final MemoryCheckpoints history = new MemoryCheckpoints();
    Source source = EVERYTHING;
    GuardMode guard = GuardMode.NONE;
    WriterFacts writers = WriterFacts.UNKNOWN;
    Optional<String> excludedPartitions = Optional.empty();
    Map<String, AttributeValue.Type> indexKeys = Map.of();
    int segments = 1;
    int pageItems = 50;
    long rank = 5;
    Concurrency concurrency = new Concurrency(ForkJoinPool.commonPool(), 8);
    final Set<TransientReason> refusals = ConcurrentHashMap.newKeySet();
    Runnable beforeFirstWrite = () -> {};
    Runnable afterFirstWrite = () -> {};

    private final LocalTable table;

    LocalRun(LocalTable table) {
        this.table = table;
    }

    RunPlan plan() {
        return new RunPlan(
                1,
                rank,
                Optional.empty(),
                Optional.empty(),
                "run",
                Instant.EPOCH,
                Map.of(),
                Optional.of(table.identity()),
                source,
                segments,
                guard,
                GUARD,
                writers,
                excludedPartitions,
                new Checksums("v1:a", "v1:b"),
                Long.MAX_VALUE,
                KnownGuards.OWN);
    }

    Tally migrate(ItemMigration migration) {
        return pass(migration, 1);
    }

    Tally pass(ItemMigration migration, int pass) {
        return segments(migration, pass, false).tally();
    }

    Checkpoint verify(ItemMigration migration, int pass) {
        return segments(migration, pass, true);
    }

    private Checkpoint segments(ItemMigration migration, int pass, boolean verifying) {
        var worker = worker(migration);
        var sum = Optional.<Checkpoint>empty();
        for (var segment = 0; segment < segments; segment++) {
            var where = new SegmentPass(1, rank, pass, segment);
            var outcome = verifying
                    ? worker.verify(where, 1, "w", Deadline.NEVER)
                    : worker.migrate(where, 1, "w", Deadline.NEVER);
            var last = outcome.checkpoint();
            sum = Optional.of(sum.map(before -> before.after(
                            last.lastKey(), last.evaluated(), last.tally(), last.residual(), last.unproven()))
                    .orElse(last));
        }
        return sum.orElseThrow();
    }

    private SegmentWorker worker(ItemMigration migration) {
        var plan = plan();
        var ports = new Ports(
                new DynamoPageSource(table.client, plan, concurrency),
                new Interrupted(new DynamoItemWriter(table.client, plan, markers(plan), Pause.NEVER)),
                history,
                history,
                Fence.NONE);
        var pace = new Pace(Budget.UNLIMITED, Budget.UNLIMITED, concurrency, pause -> {}, new Random(1), pageItems);
        var judge = new Judge(plan, migration, plan.context(), indexKeys);
        return new SegmentWorker(plan, judge, ports, pace, new RejectBudget(Long.MAX_VALUE), new Observer());
    }

    /** The tests' ledger lies in the table itself, as a history may. */
    private Optional<LedgerMarkers> markers(RunPlan plan) {
        return guard == GuardMode.LEDGER
                ? Optional.of(
                        new LedgerMarkers(table.name, LocalTable.KEYS, "_migration", 1, plan.rank(), Optional.empty()))
                : Optional.empty();
    }

    /** Keeps why requests were refused for now. */
    private final class Observer implements SegmentObserver {
        @Override
        public void refused(TransientReason reason) {
            refusals.add(reason);
        }
    }

    /** Lets the test act once before and once after a write. */
    private final class Interrupted implements ItemWriter {
        private final ItemWriter writer;

        Interrupted(ItemWriter writer) {
            this.writer = writer;
        }

        @Override
        public WriteResult write(ItemWrite write) {
            var before = beforeFirstWrite;
            beforeFirstWrite = () -> {};
            before.run();
            var result = writer.write(write);
            var after = afterFirstWrite;
            afterFirstWrite = () -> {};
            after.run();
            return result;
        }

        @Override
        public boolean isMarked(ItemKey key) {
            return writer.isMarked(key);
        }
    }
}
