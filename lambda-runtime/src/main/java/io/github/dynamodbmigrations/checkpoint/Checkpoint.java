package io.github.dynamodbmigrations.checkpoint;

import io.github.dynamodbmigrations.scan.ItemKey;
import java.util.Optional;

/**
 * How far a segment has come in a pass: everything up to {@code lastKey} is acknowledged or recorded as rejected.
 *
 * @param where the segment and pass
 * @param lastKey where the next page begins; empty before the first page
 * @param seq pages acknowledged so far
 * @param evaluated items that the source looked at so far, before its filter: what progress is measured by
 * @param tally absolute counters of this segment and pass
 * @param residual items found unmigrated, in a verify pass; its tally counts them as deferred
 * @param unproven items of which it is not known whether they were migrated; its tally counts them as kept
 * @param epoch the lock's epoch under which it was claimed
 * @param worker who claimed it
 * @param checkedOut whether that worker has let go of it in an orderly way
 * @param done whether the segment has come to its end
 */
public record Checkpoint(
        SegmentPass where,
        Optional<ItemKey> lastKey,
        long seq,
        long evaluated,
        Tally tally,
        long residual,
        long unproven,
        long epoch,
        String worker,
        boolean checkedOut,
        boolean done) {

    /** A segment at its beginning, just claimed. */
    public static Checkpoint beginning(SegmentPass where, long epoch, String worker) {
        return new Checkpoint(where, Optional.empty(), 0, 0, Tally.ZERO, 0, 0, epoch, worker, false, false);
    }

    /**
     * After one more page.
     *
     * @param next where the page after it begins; empty at the end of the segment
     * @param pageEvaluated items that the source looked at for it
     * @param page what happened to its items
     * @param pageResidual items of it found unmigrated
     * @param pageUnproven items of it of which it is not known
     * @return the successor of this checkpoint
     */
    public Checkpoint after(
            Optional<ItemKey> next, long pageEvaluated, Tally page, long pageResidual, long pageUnproven) {
        return new Checkpoint(
                where,
                next.or(() -> lastKey),
                seq + 1,
                evaluated + pageEvaluated,
                tally.plus(page),
                residual + pageResidual,
                unproven + pageUnproven,
                epoch,
                worker,
                checkedOut,
                next.isEmpty());
    }

    /** The same segment at its beginning, in the same hands. */
    public Checkpoint restarted() {
        return new Checkpoint(where, Optional.empty(), seq + 1, 0, Tally.ZERO, 0, 0, epoch, worker, checkedOut, false);
    }
}
