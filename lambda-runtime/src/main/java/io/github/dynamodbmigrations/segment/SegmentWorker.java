package io.github.dynamodbmigrations.segment;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.checkpoint.Checkpoint;
import io.github.dynamodbmigrations.checkpoint.RejectedItem;
import io.github.dynamodbmigrations.checkpoint.SegmentPass;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.judge.Judge;
import io.github.dynamodbmigrations.plan.RunPlan;
import io.github.dynamodbmigrations.scan.Reading;
import io.github.dynamodbmigrations.segment.ItemOutcome.Kind;
import io.github.dynamodbmigrations.throttle.PageLimit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Drives segments of a run, each from its checkpoint to its end or to a deadline, page by page. A page's checkpoint is
 * written when all its writes are acknowledged or recorded as rejected, so that a crash repeats one page at most. A deadline
 * or a shut gate ends a page behind the last item of it that is finished, so that nothing is repeated after that.
 */
public final class SegmentWorker {
    /** What has still to be dealt with after a further try. */
    private static final Set<Kind> OPEN =
            EnumSet.of(Kind.REJECTED, Kind.DEFERRED, Kind.UNPROVEN, Kind.UNFINISHED, Kind.RESIDUAL);

    private final Ports ports;
    private final Pace pace;
    private final SegmentObserver observer;
    private final RejectBudget rejects;
    private final Subject subject;
    private final PageLimit limit;

    /**
     * A worker for a run; for one segment at a time, whose key range it learns to spare.
     *
     * @param plan the run's plan; of a table
     * @param judge what says what becomes of an item
     * @param ports what it talks to
     * @param pace how fast it may go
     * @param rejects how many items may be rejected, shared by all workers of this process
     * @param observer sees what happens
     */
    public SegmentWorker(
            RunPlan plan, Judge judge, Ports ports, Pace pace, RejectBudget rejects, SegmentObserver observer) {
        this.ports = ports;
        this.pace = pace.forSegment();
        this.observer = observer;
        this.rejects = rejects;
        this.subject = new Subject(plan, judge);
        this.limit = new PageLimit(pace.pageItems(), this.pace.reads(), this.pace.writes(), pace.sharing());
    }

    /**
     * Migrates a segment's items. After the first pass it walks the table itself, and under a guard in the item it writes
     * only what is known not to have been migrated.
     *
     * @param where the segment and pass
     * @param epoch the lock's epoch
     * @param worker who works; unique per claim
     * @param deadline when to come to an end
     * @return how it ended
     * @throws MigrationException if the run has to stop
     */
    public SegmentOutcome migrate(SegmentPass where, long epoch, String worker, Deadline deadline) {
        return walk(where, epoch, worker, deadline, new MigrateStep(subject, ports, pace, observer), rejects);
    }

    /**
     * Counts what is left to do in a segment, and writes no item.
     *
     * @param where the segment and pass
     * @param epoch the lock's epoch
     * @param worker who works; unique per claim
     * @param deadline when to come to an end
     * @return how it ended; the checkpoint holds the residual
     * @throws MigrationException if the run has to stop
     */
    public SegmentOutcome verify(SegmentPass where, long epoch, String worker, Deadline deadline) {
        var unlimited = new RejectBudget(Long.MAX_VALUE);
        return walk(where, epoch, worker, deadline, new VerifyStep(subject, ports, observer), unlimited);
    }

    /**
     * Migrates again an item that this run left alone.
     *
     * @param item the item
     * @param deadline when to leave it
     * @return whether it need not be reported any more: it was migrated, is gone, or has nothing to be changed
     * @throws MigrationException if the run has to stop
     */
    public boolean retry(RejectedItem item, Deadline deadline) {
        var step = new MigrateStep(subject, ports, pace, observer);
        return read(() -> ports.source().one(item.key()), deadline)
                .filter(page -> page.images().stream()
                        .map(image -> step.apply(item.where(), image, new PageCut(deadline).turn(0))
                                .kind())
                        .noneMatch(OPEN::contains))
                .isPresent();
    }

    private SegmentOutcome walk(
            SegmentPass where, long epoch, String worker, Deadline deadline, ItemStep step, RejectBudget budget) {
        var checkpoint = ports.checkpoints().claim(where, epoch, worker).checkpoint();
        Deadline cut = () -> deadline.isReached() || pace.gate().isShut();
        try {
            while (!checkpoint.done() && !deadline.isReached()) {
                pace.gate().await(deadline);
                if (deadline.isReached()) {
                    break;
                }
                var next = page(checkpoint, cut, step);
                if (next.isEmpty()) {
                    continue;
                }
                var rejected =
                        next.get().tally().rejected() - checkpoint.tally().rejected();
                checkpoint = next.get();
                budget.count(subject.plan(), rejected);
            }
        } catch (MigrationException stop) {
            checkOut(checkpoint, stop);
            throw stop;
        }
        ports.checkpoints().checkOut(checkpoint);
        return checkpoint.done() ? new SegmentOutcome.Finished(checkpoint) : new SegmentOutcome.Paused(checkpoint);
    }

    /** A stop leaves the claim in order, unless a request may still be on its way: then it stays open, as in a crash. */
    private void checkOut(Checkpoint last, MigrationException stop) {
        if (stop.code().equals(FailureCode.REFUSED_TOO_LONG.code())) {
            return;
        }
        try {
            ports.checkpoints().checkOut(last);
        } catch (MigrationException lost) {
            stop.addSuppressed(lost);
        }
    }

    /**
     * One page, or what of it was finished when it was cut: a page whose writes wait for a low budget may take minutes. Empty
     * if that is nothing.
     */
    private Optional<Checkpoint> page(Checkpoint before, Deadline cut, ItemStep step) {
        var read = read(before, cut);
        if (read.isEmpty()) {
            return Optional.empty();
        }
        var whole = read.get();
        var spentBefore = pace.writes().spent();
        var turns = new PageCut(cut);
        var items = IntStream.range(0, whole.images().size()).boxed().toList();
        var result = new PageResult(pace.concurrency().each(items, item -> {
                    var turn = turns.turn(item);
                    return turn.isLeft()
                            ? ItemOutcome.of(Kind.UNFINISHED)
                            : step.apply(before.where(), whole.images().get(item), turn);
                }))
                .finished();
        if (result.size() == 0 && !whole.images().isEmpty()) {
            return Optional.empty();
        }
        var page = whole.upTo(result.size());
        limit.wrote(page.evaluated(), pace.writes().spent() - spentBefore);
        var tally = result.tally();
        var after = before.after(page.next(), page.evaluated(), tally, result.residual(), result.unproven());
        ports.fence().check();
        ports.checkpoints().advance(before, after);
        observer.page(after, page.evaluated(), tally);
        return Optional.of(after);
    }

    private Optional<Reading.Page> read(Checkpoint before, Deadline deadline) {
        var where = before.where();
        Supplier<Reading> next = () -> where.pass() == 1
                ? ports.source().feed(where.segment(), before.lastKey(), limit.next())
                : ports.source().sweep(where.segment(), before.lastKey(), limit.next());
        return read(next, deadline);
    }

    private Optional<Reading.Page> read(Supplier<Reading> next, Deadline deadline) {
        var backoff = new Backoff(pace.pause(), pace.random());
        while (!deadline.isReached()) {
            if (!pace.reads().await(deadline::isReached)) {
                break;
            }
            ports.fence().check();
            var reading = next.get();
            if (reading instanceof Reading.Page page) {
                pace.reads().charge(page.units());
                limit.read(page.evaluated(), page.units());
                return Optional.of(page);
            }
            var reason = ((Reading.Refused) reading).reason();
            pace.reads().charge(0);
            pace.reads().refused(reason);
            observer.refused(reason);
            backoff.refused(reason, deadline);
        }
        return Optional.empty();
    }
}
