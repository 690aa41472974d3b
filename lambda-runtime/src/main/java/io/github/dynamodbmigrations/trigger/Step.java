package io.github.dynamodbmigrations.trigger;

import io.github.dynamodbmigrations.history.Cause;
import io.github.dynamodbmigrations.history.Direction;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.HistoryState;
import io.github.dynamodbmigrations.history.Owner;
import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.history.RunState;
import java.util.Optional;
import java.util.function.Predicate;

/** What the Create of a trigger comes to. */
public sealed interface Step {
    /**
     * Nothing is to be run.
     *
     * @param answer what CloudFormation is told at once
     */
    record Tell(Answer answer) implements Step {}

    /**
     * The same is being run already.
     *
     * @param executionArn the execution to follow
     */
    record Follow(String executionArn) implements Step {}

    /** An execution of its own is to be started; it waits for its turn by itself. */
    record Start() implements Step {}

    /**
     * Decides.
     *
     * @param properties what is asked for
     * @param history what was done
     * @param isOver whether an owner is known to have ended
     * @return the step
     */
    static Step of(TriggerProperties properties, HistoryState history, Predicate<Owner> isOver) {
        var version = properties.version();
        if (history.isApplied(version)) {
            return new Tell(applied(properties, history.latest(version)));
        }
        var unfinished = history.unfinished();
        if (unfinished
                .filter(run ->
                        isSame(run, properties) && !isOver.test(run.attempt().owner()))
                .isPresent()) {
            return new Follow(unfinished.get().attempt().owner().id());
        }
        // An undo is not what this asks for, though it be of the same version: while it runs, an execution waits for
        // its turn.
        return unfinished
                .filter(run -> run.version() != version || run.direction() == Direction.DOWN)
                .filter(run -> run.state() != RunState.RUNNING)
                .<Step>map(run -> new Tell(blocked(run, version)))
                .orElseGet(Start::new);
    }

    private static boolean isSame(Run run, TriggerProperties properties) {
        return run.version() == properties.version()
                && run.direction() == Direction.UP
                && run.state() == RunState.RUNNING
                && run.attempt().owner().kind() == Owner.Kind.WORKFLOW
                && run.checksums().equals(properties.checksums());
    }

    private static Answer applied(TriggerProperties properties, Optional<Run> run) {
        if (run.isEmpty()) {
            return Answer.success("version " + properties.version() + " is covered by the baseline");
        }
        var was = run.get().checksums().own();
        var now = properties.checksums().own();
        if (was.equals(now)) {
            return Answer.success("version " + properties.version() + " has succeeded before");
        }
        var drift = FailureCode.DRIFT.code() + " migration changed after it ran: version " + properties.version()
                + ". Its class had checksum " + was + ", now " + now + ". Restore it, or write a new migration.";
        return properties.failOnDrift()
                ? Answer.failure(new Cause(FailureCode.DRIFT.code(), drift))
                : Answer.success(drift);
    }

    private static Answer blocked(Run run, long version) {
        var isUndo = run.direction() == Direction.DOWN;
        return Answer.failure(new Cause(
                FailureCode.UNFINISHED_RUN.code(),
                FailureCode.UNFINISHED_RUN.code() + (isUndo ? " undo of" : "") + " version " + run.version() + " is "
                        + run.state() + ": version " + version + " waits for it. "
                        + run.cause()
                                .map(cause -> "It ended with " + cause.code() + ". ")
                                .orElse("")
                        + "Mend its cause and run `mvn dynamodb-migrations:" + (isUndo ? "undo" : "migrate")
                        + "`, then deploy again."));
    }
}
