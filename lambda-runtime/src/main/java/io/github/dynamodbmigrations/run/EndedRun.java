package io.github.dynamodbmigrations.run;

import io.github.dynamodbmigrations.engine.EnginePorts;
import io.github.dynamodbmigrations.history.Binding;
import io.github.dynamodbmigrations.history.Direction;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.HistoryState;
import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.history.RunState;
import io.github.dynamodbmigrations.plan.TableFacts;
import java.util.Optional;

/**
 * Finds runs that have ended, for goals that look after them.
 *
 * @param call the goal's call
 * @param engine what it works with
 */
record EndedRun(GoalCall call, GoalCall.Engine engine) {
    /** The latest run of a version, or of all, that succeeded. */
    ActiveRun succeeded(HistoryState state, Optional<Long> version) {
        var run = state.runs().stream()
                .filter(it -> it.state() == RunState.SUCCEEDED && it.direction() == Direction.UP)
                .filter(it -> version.isEmpty() || it.version() == version.get())
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> none(version.map(it -> "of version " + it).orElse("of any version"), "SUCCEEDED"));
        var ended = of(state, run);
        // A table that took the former one's place, as somebody said, is the one to look at.
        var plan = ended.plan().withTable(ended.table().map(TableFacts::identity));
        return new ActiveRun(run, plan, ended.migration(), ended.table(), 0, false);
    }

    /** The latest run, whatever became of it. */
    ActiveRun latest(HistoryState state) {
        var run = state.last()
                .filter(it -> it.state() == RunState.SUCCEEDED || (it.wrote() && it.state() != RunState.UNDONE))
                .filter(it -> it.state() != RunState.RUNNING)
                .orElseThrow(() -> none("that has ended and written items", "the latest"));
        var ended = of(state, run);
        // What it left alone were items of its own table.
        ended.plan()
                .table()
                .ifPresent(former ->
                        Binding.of(former).require(ended.table().orElseThrow().identity()));
        return ended;
    }

    private ActiveRun of(HistoryState state, Run run) {
        EnginePorts ports = engine.ports();
        var migration = call.catalog()
                .find(run.version())
                .orElseThrow(() -> FailureCode.APPLIED_BUT_MISSING.exception("version " + run.version()
                        + " was applied, and the code has no migration for it. Restore its class."));
        var table = migration
                .table()
                .map(logical ->
                        ports.tables().describe(logical, engine.settings().table(logical)));
        table.ifPresent(facts -> state.requireBound(facts.identity()));
        // What was realigned since counts as what ran.
        var plan = ports.plans().read(run.key()).withChecksums(run.checksums());
        return new ActiveRun(run, plan, migration, table, 0, false);
    }

    private RuntimeException none(String which, String state) {
        return FailureCode.NO_SUCH_RUN.exception("no run " + which + " is " + state + ": history table "
                + call.entry().history().table()
                + ". Look at `mvn dynamodb-migrations:info`, and name a version that it lists, or `migrate` first.");
    }
}
