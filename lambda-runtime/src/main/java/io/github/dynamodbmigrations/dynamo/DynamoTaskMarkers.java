package io.github.dynamodbmigrations.dynamo;

import io.github.dynamodbmigrations.checkpoint.TaskMarkers;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.RunKey;

/** Markers of tasks' steps in a DynamoDB table. */
public final class DynamoTaskMarkers implements TaskMarkers {
    private final HistoryItems items;
    private final RejectCodec codec;

    /** In this table. */
    public DynamoTaskMarkers(HistoryItems items) {
        this.items = items;
        this.codec = new RejectCodec(items.codec());
    }

    @Override
    public boolean isDone(long version, long rank, String step) {
        return items.get(codec.stepKey(new RunKey(version, rank), step)).isPresent();
    }

    @Override
    public void markDone(long version, long rank, String step, long epoch) {
        if (items.write(codec.step(new RunKey(version, rank), step, epoch)).isPresent()) {
            throw FailureCode.HISTORY_MOVED_ON.exception("the history moved on: step " + step + " of version " + version
                    + " was done by a later attempt. That one goes on; nothing is to be done.");
        }
    }
}
