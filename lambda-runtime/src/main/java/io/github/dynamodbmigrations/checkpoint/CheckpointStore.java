package io.github.dynamodbmigrations.checkpoint;

import java.util.List;

/** Durable checkpoints. Every write is conditional on the epoch, so that a worker of an older epoch changes nothing. */
public interface CheckpointStore {
    /**
     * Claims a segment for a worker; creates its checkpoint if there is none.
     *
     * @param where the segment and pass
     * @param epoch the lock's epoch
     * @param worker who claims it; unique per claim
     * @return the checkpoint as claimed, and whether an earlier claim had not been checked out
     * @throws io.github.dynamodbmigrations.MigrationException if a later epoch has claimed it
     */
    Claim claim(SegmentPass where, long epoch, String worker);

    /**
     * Records one more page, if nobody else did.
     *
     * @param previous the checkpoint as last written or claimed
     * @param next its successor
     * @throws io.github.dynamodbmigrations.MigrationException if another worker or epoch has it now
     */
    void advance(Checkpoint previous, Checkpoint next);

    /**
     * Lets go of a segment in an orderly way: nothing that this worker sent is under way any more.
     *
     * @param last the checkpoint as last written or claimed
     */
    void checkOut(Checkpoint last);

    /**
     * All checkpoints of a pass that exist, in the order of their segments.
     *
     * @param version the run's version
     * @param rank the run's rank
     * @param pass the pass
     * @return them
     */
    List<Checkpoint> ofPass(long version, long rank, int pass);

    /**
     * A claim.
     *
     * @param checkpoint as claimed
     * @param unclean whether the claim before it was not checked out
     */
    record Claim(Checkpoint checkpoint, boolean unclean) {}
}
