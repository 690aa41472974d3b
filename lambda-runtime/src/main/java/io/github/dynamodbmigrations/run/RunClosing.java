package io.github.dynamodbmigrations.run;

import io.github.dynamodbmigrations.checkpoint.Checkpoint;
import io.github.dynamodbmigrations.engine.EnginePorts;
import io.github.dynamodbmigrations.history.Cause;
import io.github.dynamodbmigrations.history.Holding;
import io.github.dynamodbmigrations.history.LockState.Unclean;
import io.github.dynamodbmigrations.history.Owner;
import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.history.RunState;
import io.github.dynamodbmigrations.history.Work;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Brings what an owner has begun to an end from outside. Once the end is recorded, its workers find that their run is not
 * RUNNING any more, end their page and let go.
 *
 * @param ports what it talks to
 * @param uuids makes unique ids
 */
public record RunClosing(EnginePorts ports, Supplier<String> uuids) {
    /**
     * The run that an owner began or resumed last, and that is RUNNING or ended so.
     *
     * @param owner the owner
     * @return its run
     */
    public Optional<Run> runOf(Owner owner) {
        var runs = ports.history().read().runs();
        return runs.isEmpty()
                ? Optional.empty()
                : Optional.of(runs.get(runs.size() - 1))
                        .filter(run -> run.attempt().owner().equals(owner));
    }

    /**
     * Records that an owner's run was interrupted, if it is RUNNING and nobody has taken the lock since.
     *
     * @param owner the owner
     * @param cause why
     */
    public void interrupt(Owner owner, Cause cause) {
        end(owner, (holding, run) -> ports.runs().interrupt(holding, run, cause, Totals.of(ports.checkpoints(), run)));
    }

    /**
     * Records that an owner's run failed, if it is RUNNING and nobody has taken the lock since.
     *
     * @param owner the owner
     * @param cause why
     */
    public void fail(Owner owner, Cause cause) {
        end(owner, (holding, run) -> ports.runs().fail(holding, run, cause, Totals.of(ports.checkpoints(), run)));
    }

    private void end(Owner owner, BiConsumer<Holding, Run> record) {
        var running = runOf(owner).filter(run -> run.state() == RunState.RUNNING);
        holding(owner).ifPresent(holding -> running.ifPresent(run -> record.accept(holding, run)));
    }

    /**
     * Whether every worker of a run has let go of its segment.
     *
     * @param run the run
     * @return whether nothing of it can still be under way
     */
    public boolean isQuiet(Run run) {
        // A workflow's workers verify without recording that the pass has begun.
        return Passes.upTo(run.pass() + 1)
                .flatMap(pass -> ports.checkpoints().ofPass(run.version(), run.rank(), pass).stream())
                .allMatch(RunClosing::isLetGo);
    }

    private static boolean isLetGo(Checkpoint checkpoint) {
        return checkpoint.checkedOut() || checkpoint.done();
    }

    /**
     * Lets go of an owner's lock. What may still be under way keeps every other run waiting, as in a crash.
     *
     * @param owner the owner
     * @param longestLife how long its workers may still live
     */
    public void release(Owner owner, Duration longestLife) {
        holding(owner)
                .ifPresent(holding -> release(
                        holding,
                        runOf(owner).filter(run -> !isQuiet(run)).map(run -> new Work(run.key(), run.checksums())),
                        longestLife));
    }

    /**
     * Lets go of a lock.
     *
     * @param holding the lock
     * @param missing what may still be under way, if anything may
     * @param longestLife how long that may still live
     */
    public void release(Holding holding, Optional<Work> missing, Duration longestLife) {
        missing.ifPresent(work -> ports.lock().markUnclean(holding, new Unclean(uuids.get(), longestLife, work)));
        ports.lock().release(holding);
    }

    private Optional<Holding> holding(Owner owner) {
        var lock = ports.lock().read();
        return lock.holder()
                .filter(holder -> holder.owner().equals(owner))
                .map(holder -> new Holding(owner, lock.epoch()));
    }
}
