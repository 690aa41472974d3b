package io.github.dynamodbmigrations.segment;

import io.github.dynamodbmigrations.checkpoint.SegmentPass;
import io.github.dynamodbmigrations.diff.Objection;
import io.github.dynamodbmigrations.diff.RejectCode;
import io.github.dynamodbmigrations.judge.Decision;
import io.github.dynamodbmigrations.scan.ItemKey;
import io.github.dynamodbmigrations.segment.ItemOutcome.Kind;
import io.github.dynamodbmigrations.segment.PageCut.Turn;
import io.github.dynamodbmigrations.write.ItemWrite;
import io.github.dynamodbmigrations.write.RankGuard;
import io.github.dynamodbmigrations.write.WriteResult;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Migrates an item, and migrates it again as often as the application wins (protocols, P2). */
record MigrateStep(Subject subject, Ports ports, Pace pace, SegmentObserver observer) implements ItemStep {
    private static final int MOST_TRIES = 8;

    @Override
    public ItemOutcome apply(SegmentPass where, Map<String, AttributeValue> read, Turn turn) {
        var key = subject.keyOf(read);
        var image = read;
        var backoff = new Backoff(pace.pause(), pace.random());
        for (var conflicts = 0; conflicts < MOST_TRIES; conflicts++) {
            var settled = beforeWriting(where, key, image, conflicts);
            if (settled.isPresent()) {
                return settled.get();
            }
            var decision = subject.judge().judge(image);
            if (decision instanceof Decision.Keep) {
                return ItemOutcome.of(Kind.KEPT, conflicts);
            }
            if (decision instanceof Decision.Reject reject) {
                return reject(where, key, reject.objection(), conflicts);
            }
            var objection = subject.objection(ports, key, image);
            if (objection.isPresent()) {
                return reject(where, key, objection.get(), conflicts);
            }
            if (subject.isUnproven(where, image)) {
                return ItemOutcome.of(Kind.UNPROVEN, conflicts);
            }
            var write = ((Decision.Write) decision).write();
            var result = write(write, backoff, turn);
            if (result.isEmpty()) {
                return ItemOutcome.of(Kind.UNFINISHED, conflicts);
            }
            if (result.get() instanceof WriteResult.Refused refused) {
                image = refused.image();
                if (isDeselected(write, image)) {
                    return ItemOutcome.of(Kind.KEPT, conflicts + 1);
                }
                backoff.conflict(conflicts, turn);
                continue;
            }
            return outcome(where, write, result.get(), conflicts);
        }
        // The last refused image may show that it is done after all.
        return beforeWriting(where, key, image, MOST_TRIES).orElse(ItemOutcome.of(Kind.DEFERRED, MOST_TRIES));
    }

    /** What the guard says, before the author's function is asked. */
    private Optional<ItemOutcome> beforeWriting(
            SegmentPass where, ItemKey key, Map<String, AttributeValue> image, int conflicts) {
        subject.requireKnownGuards(image);
        return switch (subject.guard().in(image)) {
            // What refused us last was this rank itself, and no writer of the application.
            case DONE -> Optional.of(ItemOutcome.of(Kind.REPLAYED, Math.max(0, conflicts - 1)));
            case SUPERSEDED -> throw subject.superseded();
            case FOREIGN -> Optional.of(reject(where, key, Objection.to(RejectCode.GUARD), conflicts));
            case UNTOUCHED -> Optional.of(ItemOutcome.of(Kind.KEPT, conflicts));
            case UNGUARDED, EARLIER, LATER -> Optional.empty();
        };
    }

    /** Whether only the source can have refused the write: everything else in its condition is met. */
    private boolean isDeselected(ItemWrite write, Map<String, AttributeValue> image) {
        var state = subject.guard().in(image);
        return (state == RankGuard.State.UNGUARDED || state == RankGuard.State.EARLIER)
                && write.expectation().holdsIn(image);
    }

    /** Empty if it was left before DynamoDB took or refused it. */
    private Optional<WriteResult> write(ItemWrite write, Backoff backoff, Turn turn) {
        while (true) {
            if (!turn.mayWrite(pace.writes().await(turn::isReached))) {
                return Optional.empty();
            }
            ports.fence().check();
            var result = ports.writer().write(write);
            pace.writes().charge(result.units());
            if (!(result instanceof WriteResult.Transient refusal)) {
                return Optional.of(result);
            }
            pace.writes().refused(refusal.reason());
            observer.refused(refusal.reason());
            if (turn.isReached()) {
                return Optional.empty();
            }
            backoff.refused(refusal.reason(), turn);
        }
    }

    private ItemOutcome outcome(SegmentPass where, ItemWrite write, WriteResult result, int conflicts) {
        if (result instanceof WriteResult.Written) {
            observer.written(write);
            var kind = write instanceof ItemWrite.Delete ? Kind.DELETED : Kind.UPDATED;
            return new ItemOutcome(kind, write.puts().size(), conflicts);
        }
        if (result instanceof WriteResult.Gone) {
            return ItemOutcome.of(Kind.VANISHED, conflicts + 1);
        }
        if (result instanceof WriteResult.NotApplied) {
            return ItemOutcome.of(Kind.KEPT, conflicts);
        }
        if (result instanceof WriteResult.Marked) {
            return ItemOutcome.of(Kind.REPLAYED, conflicts);
        }
        if (result instanceof WriteResult.TargetExists) {
            return reject(where, write.key(), Objection.to(RejectCode.TARGET_EXISTS), conflicts);
        }
        return reject(where, write.key(), ((WriteResult.Invalid) result).objection(), conflicts);
    }

    private ItemOutcome reject(SegmentPass where, ItemKey key, Objection objection, int conflicts) {
        if (ports.rejects().waived(where, key).filter(objection.code()::equals).isPresent()) {
            return ItemOutcome.of(Kind.KEPT, conflicts);
        }
        ports.rejects().record(where, key, objection);
        observer.rejected(key, objection);
        return ItemOutcome.of(Kind.REJECTED, conflicts);
    }
}
