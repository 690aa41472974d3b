package io.github.dynamodbmigrations.segment;

import io.github.dynamodbmigrations.checkpoint.CheckpointStore;
import io.github.dynamodbmigrations.checkpoint.RejectLog;
import io.github.dynamodbmigrations.scan.PageSource;
import io.github.dynamodbmigrations.write.ItemWriter;

/**
 * What a worker talks to.
 *
 * @param source where items come from
 * @param writer how they are written
 * @param checkpoints how far it has come
 * @param rejects what was left alone
 * @param fence whether it may still write
 */
public record Ports(
        PageSource source, ItemWriter writer, CheckpointStore checkpoints, RejectLog rejects, Fence fence) {}
