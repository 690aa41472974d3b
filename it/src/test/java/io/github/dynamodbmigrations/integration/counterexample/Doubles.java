package io.github.dynamodbmigrations.integration.counterexample;

import io.github.dynamodbmigrations.checkpoint.CheckpointStore;
import io.github.dynamodbmigrations.checkpoint.RejectLog;
import io.github.dynamodbmigrations.engine.EnginePorts;
import io.github.dynamodbmigrations.engine.ItemAccess;
import io.github.dynamodbmigrations.history.History;
import io.github.dynamodbmigrations.history.Lock;
import io.github.dynamodbmigrations.plan.PlanStore;
import io.github.dynamodbmigrations.plan.RunLog;
import io.github.dynamodbmigrations.plan.RunPlan;
import io.github.dynamodbmigrations.plan.Tables;
import io.github.dynamodbmigrations.scan.PageSource;
import io.github.dynamodbmigrations.throttle.Concurrency;
import io.github.dynamodbmigrations.write.ItemWriter;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongFunction;

/** The ports of an engine, some of which a test replaces. */
final class Doubles {
    History history;
    Lock lock;
    RunLog runs;
    PlanStore plans;
    CheckpointStore checkpoints;
    LongFunction<RejectLog> rejectLogs;
    Tables tables;
    BiFunction<RunPlan, Concurrency, PageSource> source;
    Function<RunPlan, ItemWriter> writer;
    private final EnginePorts real;

    Doubles(EnginePorts real) {
        this.real = real;
        this.history = real.history();
        this.lock = real.lock();
        this.runs = real.runs();
        this.plans = real.plans();
        this.checkpoints = real.checkpoints();
        this.rejectLogs = real.rejectLogs();
        this.tables = real.tables();
        this.source = real.items()::source;
        this.writer = real.items()::writer;
    }

    EnginePorts ports() {
        var items = new ItemAccess() {
            @Override
            public PageSource source(RunPlan plan, Concurrency concurrency) {
                return source.apply(plan, concurrency);
            }

            @Override
            public ItemWriter writer(RunPlan plan) {
                return writer.apply(plan);
            }
        };
        return new EnginePorts(
                history,
                lock,
                real.controls(),
                runs,
                plans,
                checkpoints,
                rejectLogs,
                real.markers(),
                tables,
                items,
                real.amendments(),
                real.rejects());
    }
}
