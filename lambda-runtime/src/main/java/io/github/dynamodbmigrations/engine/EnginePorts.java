package io.github.dynamodbmigrations.engine;

import io.github.dynamodbmigrations.checkpoint.CheckpointStore;
import io.github.dynamodbmigrations.checkpoint.RejectLog;
import io.github.dynamodbmigrations.checkpoint.Rejects;
import io.github.dynamodbmigrations.checkpoint.TaskMarkers;
import io.github.dynamodbmigrations.history.Amendments;
import io.github.dynamodbmigrations.history.Controls;
import io.github.dynamodbmigrations.history.History;
import io.github.dynamodbmigrations.history.Lock;
import io.github.dynamodbmigrations.plan.PlanStore;
import io.github.dynamodbmigrations.plan.RunLog;
import io.github.dynamodbmigrations.plan.Tables;
import java.util.function.LongFunction;

/**
 * All that a run talks to.
 *
 * @param history what ran
 * @param lock who may write
 * @param controls what operators ask
 * @param runs records what becomes of runs
 * @param plans what was frozen
 * @param checkpoints how far segments have come
 * @param rejectLogs where rejected items are recorded, by the lock's epoch
 * @param markers which steps of tasks are done
 * @param tables describes tables
 * @param items reaches items
 * @param amendments what people did to the history beside running migrations
 * @param rejects the rejected items of runs
 */
public record EnginePorts(
        History history,
        Lock lock,
        Controls controls,
        RunLog runs,
        PlanStore plans,
        CheckpointStore checkpoints,
        LongFunction<RejectLog> rejectLogs,
        TaskMarkers markers,
        Tables tables,
        ItemAccess items,
        Amendments amendments,
        Rejects rejects) {}
