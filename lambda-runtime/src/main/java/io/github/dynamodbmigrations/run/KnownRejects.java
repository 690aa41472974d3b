package io.github.dynamodbmigrations.run;

import io.github.dynamodbmigrations.checkpoint.RejectLog;
import io.github.dynamodbmigrations.checkpoint.RejectedItem;
import io.github.dynamodbmigrations.checkpoint.RejectedItem.State;
import io.github.dynamodbmigrations.checkpoint.Rejects;
import io.github.dynamodbmigrations.checkpoint.SegmentPass;
import io.github.dynamodbmigrations.diff.Objection;
import io.github.dynamodbmigrations.diff.RejectCode;
import io.github.dynamodbmigrations.scan.ItemKey;
import java.util.Optional;

/**
 * What is known of rejected items, from whatever attempt, for a walk that records nothing.
 *
 * @param rejects the rejected items of runs
 */
record KnownRejects(Rejects rejects) implements RejectLog {
    @Override
    public void record(SegmentPass where, ItemKey key, Objection objection) {}

    @Override
    public Optional<RejectCode> codeOf(SegmentPass where, ItemKey key) {
        return code(where, key, State.OPEN);
    }

    @Override
    public Optional<RejectCode> waived(SegmentPass where, ItemKey key) {
        return code(where, key, State.WAIVED);
    }

    private Optional<RejectCode> code(SegmentPass where, ItemKey key, State state) {
        return rejects.find(where, key)
                .filter(item -> item.state() == state)
                .map(RejectedItem::code)
                .flatMap(RejectCode::find);
    }
}
