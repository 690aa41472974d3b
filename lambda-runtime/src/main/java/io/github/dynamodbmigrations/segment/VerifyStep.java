package io.github.dynamodbmigrations.segment;

import io.github.dynamodbmigrations.checkpoint.SegmentPass;
import io.github.dynamodbmigrations.diff.Objection;
import io.github.dynamodbmigrations.diff.RejectCode;
import io.github.dynamodbmigrations.judge.Decision;
import io.github.dynamodbmigrations.plan.GuardMode;
import io.github.dynamodbmigrations.scan.ItemKey;
import io.github.dynamodbmigrations.segment.ItemOutcome.Kind;
import io.github.dynamodbmigrations.segment.PageCut.Turn;
import io.github.dynamodbmigrations.write.RankGuard;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Looks whether anything is left to do, and writes no item (protocols, P6). */
record VerifyStep(Subject subject, Ports ports, SegmentObserver observer, AtomicInteger listed) implements ItemStep {
    /** Listed one by one for the author to look at; more than these are only counted. */
    private static final int MOST_LISTED = 1_000;

    VerifyStep(Subject subject, Ports ports, SegmentObserver observer) {
        this(subject, ports, observer, new AtomicInteger());
    }

    @Override
    public ItemOutcome apply(SegmentPass where, Map<String, AttributeValue> image, Turn turn) {
        var state = subject.guard().in(image);
        if (state == RankGuard.State.SUPERSEDED) {
            throw subject.superseded();
        }
        if (state == RankGuard.State.DONE) {
            return ItemOutcome.of(Kind.REPLAYED);
        }
        if (state == RankGuard.State.UNTOUCHED) {
            return ItemOutcome.of(Kind.KEPT);
        }
        var key = subject.keyOf(image);
        if (state == RankGuard.State.FOREIGN) {
            return list(where, key, Objection.to(RejectCode.GUARD), Kind.REJECTED);
        }
        var decision = subject.judge().judge(image);
        if (decision instanceof Decision.Keep) {
            return ItemOutcome.of(Kind.KEPT);
        }
        if (decision instanceof Decision.Reject reject) {
            return list(where, key, reject.objection(), Kind.REJECTED);
        }
        return wouldChange(where, key, image);
    }

    private ItemOutcome wouldChange(SegmentPass where, ItemKey key, Map<String, AttributeValue> image) {
        if (subject.plan().guard() == GuardMode.LEDGER && ports.writer().isMarked(key)) {
            return ItemOutcome.of(Kind.REPLAYED);
        }
        if (ports.rejects()
                .codeOf(where, key)
                .filter(RejectCode::isFoundByWriting)
                .isPresent()) {
            return ItemOutcome.of(Kind.REJECTED);
        }
        if (ports.rejects()
                .waived(where, key)
                .filter(RejectCode::isFoundByWriting)
                .isPresent()) {
            return ItemOutcome.of(Kind.KEPT);
        }
        var objection = subject.objection(ports, key, image);
        if (objection.isPresent()) {
            return list(where, key, objection.get(), Kind.REJECTED);
        }
        return subject.isUnproven(where, image)
                ? list(where, key, Objection.to(RejectCode.UNPROVEN), Kind.UNPROVEN)
                : ItemOutcome.of(Kind.RESIDUAL);
    }

    private ItemOutcome list(SegmentPass where, ItemKey key, Objection objection, Kind kind) {
        if (ports.rejects().waived(where, key).filter(objection.code()::equals).isPresent()) {
            return ItemOutcome.of(Kind.KEPT);
        }
        if (listed.incrementAndGet() <= MOST_LISTED) {
            ports.rejects().record(where, key, objection);
            observer.rejected(key, objection);
        }
        return ItemOutcome.of(kind);
    }
}
