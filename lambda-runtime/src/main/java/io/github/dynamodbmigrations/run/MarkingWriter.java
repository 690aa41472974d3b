package io.github.dynamodbmigrations.run;

import io.github.dynamodbmigrations.history.RunKey;
import io.github.dynamodbmigrations.plan.RunLog;
import io.github.dynamodbmigrations.scan.ItemKey;
import io.github.dynamodbmigrations.write.ItemWrite;
import io.github.dynamodbmigrations.write.ItemWriter;
import io.github.dynamodbmigrations.write.WriteResult;

/**
 * Records that a run writes before its first write, and not earlier: code that is changed before anything was written
 * needs no decision of its author.
 */
final class MarkingWriter implements ItemWriter {
    private final ItemWriter writer;
    private final RunLog runs;
    private final RunKey run;
    private volatile boolean marked;

    MarkingWriter(ItemWriter writer, RunLog runs, RunKey run) {
        this.writer = writer;
        this.runs = runs;
        this.run = run;
    }

    @Override
    public WriteResult write(ItemWrite write) {
        if (!marked) {
            mark();
        }
        return writer.write(write);
    }

    /** Once, however many writers arrive: the others wait, since none may write before the mark is acknowledged. */
    private synchronized void mark() {
        if (!marked) {
            runs.markWrote(run);
            marked = true;
        }
    }

    @Override
    public boolean isMarked(ItemKey key) {
        return writer.isMarked(key);
    }

    @Override
    public boolean isMarkedBy(long rank, ItemKey key) {
        return writer.isMarkedBy(rank, key);
    }
}
