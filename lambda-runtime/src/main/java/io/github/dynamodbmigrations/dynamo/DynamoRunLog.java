package io.github.dynamodbmigrations.dynamo;

import io.github.dynamodbmigrations.checkpoint.Tally;
import io.github.dynamodbmigrations.history.Attempt;
import io.github.dynamodbmigrations.history.Binding;
import io.github.dynamodbmigrations.history.Cause;
import io.github.dynamodbmigrations.history.CurrentStatus;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.Holding;
import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.history.RunKey;
import io.github.dynamodbmigrations.history.RunState;
import io.github.dynamodbmigrations.history.TableIdentity;
import io.github.dynamodbmigrations.history.Work;
import io.github.dynamodbmigrations.plan.RunLog;
import io.github.dynamodbmigrations.plan.RunPlan;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Records runs in a DynamoDB table, each change in one transaction with a look at the lock. */
public final class DynamoRunLog implements RunLog {
    private final HistoryItems items;
    private final RunCodec runs;
    private final LockCodec locks;
    private final StatusCodec statuses;
    private final PlanCodec plans;
    private final Clock clock;
    private final Supplier<String> nonces;

    /**
     * Makes one.
     *
     * @param items the table
     * @param clock what time it is
     * @param nonces makes values that never come twice
     */
    public DynamoRunLog(HistoryItems items, Clock clock, Supplier<String> nonces) {
        this.items = items;
        this.runs = new RunCodec(items.codec());
        this.locks = new LockCodec(items.codec());
        this.statuses = new StatusCodec(items.codec());
        this.plans = new PlanCodec(items.codec());
        this.clock = clock;
        this.nonces = nonces;
    }

    @Override
    public Run start(Holding holding, RunPlan plan, Attempt attempt) {
        plan.table().ifPresent(this::requireBound);
        var run = started(plan, attempt);
        var writes = new ArrayList<HistoryWrite>();
        writes.add(locks.workOn(holding, new Work(run.key(), run.checksums()), nonces.get()));
        writes.add(
                run.rank() == 1
                        ? items.codec().allotFirst(status())
                        : items.codec().allot(run.rank()));
        writes.add(runs.start(run));
        writes.add(plans.freeze(plan));
        plan.table().map(Binding::of).map(items.codec()::bind).ifPresent(writes::add);
        return commit(holding, run, writes, known -> known.runId().equals(run.runId()));
    }

    /** The transaction refuses another table too, but cannot say both sides. */
    private void requireBound(TableIdentity table) {
        items.get(items.codec().key(HistoryItemCodec.BINDING_SORTS + table.logical()))
                .map(items.codec()::binding)
                .ifPresent(bound -> bound.require(table));
    }

    private static Run started(RunPlan plan, Attempt attempt) {
        return new Run(
                plan.version(),
                plan.rank(),
                plan.undoing(),
                RunState.RUNNING,
                plan.runId(),
                plan.startedAt(),
                Optional.empty(),
                List.of(attempt),
                plan.checksums(),
                Optional.empty(),
                Tally.ZERO,
                false,
                0);
    }

    @Override
    public Run resume(Holding holding, Run run, RunPlan plan, Attempt attempt) {
        var after = run.resumed(attempt, plan.checksums());
        var writes = List.of(
                locks.workOn(holding, new Work(run.key(), after.checksums()), nonces.get()),
                runs.resume(run, after),
                plans.replace(plan));
        return commit(holding, after, writes, known -> true);
    }

    @Override
    public void markWrote(RunKey run) {
        if (items.write(runs.markWrote(run)).isPresent()) {
            throw movedOn("version " + run.version() + " is to be written, and its run is not RUNNING any more");
        }
    }

    @Override
    public Run beginPass(Holding holding, Run run, int pass) {
        var after = run.inPass(pass);
        return commit(
                holding,
                after,
                List.of(locks.check(holding), runs.beginPass(run, after)),
                known -> known.pass() == pass);
    }

    @Override
    public Run succeed(Holding holding, Run run, Tally tally) {
        var now = clock.instant();
        var after = run.ended(RunState.SUCCEEDED, Optional.empty(), tally, now);
        var before = status();
        var writes = new ArrayList<HistoryWrite>();
        writes.add(locks.check(holding));
        writes.add(runs.end(run, after));
        writes.add(statuses.succeeded(before, before.succeeded(run), after, now));
        writes.add(statuses.version(after, before, now));
        run.undoing()
                .map(undone -> runs.undone(new RunKey(run.version(), undone.rank())))
                .ifPresent(writes::add);
        return commit(holding, after, writes, known -> true);
    }

    @Override
    public Run fail(Holding holding, Run run, Cause cause, Tally tally) {
        return endWithout(holding, run, RunState.FAILED, cause, tally);
    }

    @Override
    public Run interrupt(Holding holding, Run run, Cause cause, Tally tally) {
        return endWithout(holding, run, RunState.INTERRUPTED, cause, tally);
    }

    private Run endWithout(Holding holding, Run run, RunState state, Cause cause, Tally tally) {
        var now = clock.instant();
        var after = run.ended(state, Optional.of(cause), tally, now);
        return commit(
                holding,
                after,
                List.of(
                        locks.check(holding),
                        runs.end(run, after),
                        statuses.failed(after, now),
                        statuses.version(after, status(), now)),
                known -> true);
    }

    @Override
    public Optional<Run> find(RunKey run) {
        return items.get(runs.key(run)).map(runs::read);
    }

    private CurrentStatus status() {
        return items.get(items.codec().key(HistoryItemCodec.STATUS_SORT))
                .map(statuses::read)
                .orElseThrow();
    }

    /**
     * Makes a change, or finds that it was made before: the acknowledgement may have been lost, or a handler been called
     * twice.
     */
    private Run commit(Holding holding, Run wanted, List<HistoryWrite> writes, Predicate<Run> isSame) {
        var refused = items.transact(writes);
        var known = find(wanted.key());
        if (refused.isEmpty()) {
            return known.orElseThrow();
        }
        return known.filter(run -> run.state() == wanted.state()
                        && run.attempt().uuid().equals(wanted.attempt().uuid()))
                .filter(isSame)
                .orElseThrow(() -> why(holding, wanted, refused, known));
    }

    private RuntimeException why(Holding holding, Run wanted, List<Boolean> refused, Optional<Run> known) {
        if (refused.get(0)) {
            return DynamoLock.lost(holding);
        }
        return movedOn("version " + wanted.version() + " is to become " + wanted.state() + ", and its run "
                + known.map(run -> "is " + run.state() + " since "
                                + run.endedAt().orElse(run.attempt().startedAt()))
                        .orElse("could not be given rank " + wanted.rank()));
    }

    private static RuntimeException movedOn(String what) {
        return FailureCode.HISTORY_MOVED_ON.exception(
                "the history moved on: " + what + ". Look at `mvn dynamodb-migrations:info`, and run again.");
    }
}
