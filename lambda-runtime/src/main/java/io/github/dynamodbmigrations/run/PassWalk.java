package io.github.dynamodbmigrations.run;

import io.github.dynamodbmigrations.ItemMigration;
import io.github.dynamodbmigrations.checkpoint.SegmentPass;
import io.github.dynamodbmigrations.judge.Judge;
import io.github.dynamodbmigrations.plan.TableFacts;
import io.github.dynamodbmigrations.segment.Deadline;
import io.github.dynamodbmigrations.segment.Pace;
import io.github.dynamodbmigrations.segment.Ports;
import io.github.dynamodbmigrations.segment.RejectBudget;
import io.github.dynamodbmigrations.segment.SegmentObserver;
import io.github.dynamodbmigrations.segment.SegmentOutcome;
import io.github.dynamodbmigrations.segment.SegmentWorker;
import java.util.Map;
import java.util.function.Supplier;

/** Walks segments of a run's present pass. Safe for use by several threads, each with a segment of its own. */
public final class PassWalk {
    private final ActiveRun active;
    private final Judge judge;
    private final Ports ports;
    private final Pace pace;
    private final RejectBudget rejects;
    private final SegmentObserver observer;
    private final long epoch;
    private final Supplier<String> uuids;

    /**
     * Makes one for the run's present pass.
     *
     * @param active the run; of a table
     * @param ports what its workers talk to
     * @param pace how fast they may go
     * @param epoch the lock's epoch
     * @param uuids names claims
     * @param observer sees what happens
     */
    public PassWalk(
            ActiveRun active, Ports ports, Pace pace, long epoch, Supplier<String> uuids, SegmentObserver observer) {
        var plan = active.plan();
        var migration = (ItemMigration) active.migration().instantiate();
        var keyTypes = active.table().map(TableFacts::indexKeyTypes).orElse(Map.of());
        this.active = active;
        this.judge = new Judge(plan, migration, plan.context(), keyTypes);
        this.ports = ports;
        this.pace = pace;
        this.rejects = new RejectBudget(plan.maxRejected());
        this.observer = observer;
        this.epoch = epoch;
        this.uuids = uuids;
    }

    /**
     * Walks one segment from its checkpoint, as far as the deadline allows.
     *
     * @param segment zero-based
     * @param deadline when to come to an end
     * @return whether it has come to the segment's end
     */
    public boolean walk(int segment, Deadline deadline) {
        var plan = active.plan();
        var where = new SegmentPass(plan.version(), plan.rank(), active.pass(), segment);
        var worker = new SegmentWorker(plan, judge, ports, pace, rejects, observer);
        var outcome = active.isVerifying()
                ? worker.verify(where, epoch, uuids.get(), deadline)
                : worker.migrate(where, epoch, uuids.get(), deadline);
        return outcome instanceof SegmentOutcome.Finished;
    }
}
