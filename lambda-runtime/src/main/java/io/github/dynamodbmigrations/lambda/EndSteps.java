package io.github.dynamodbmigrations.lambda;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.history.Cause;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.Holding;
import io.github.dynamodbmigrations.history.Owner;
import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.history.RunState;
import io.github.dynamodbmigrations.run.ActiveRun;
import io.github.dynamodbmigrations.run.RunWatch;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Ends the run of an execution, or a pass of it. */
record EndSteps(Session session, Event event) {
    private static final int WAIT_SECONDS = 2;
    /** The name that Step Functions gives to a call which its role does not allow. */
    static final String REFUSED = "Lambda.AWSLambdaException";

    /** The workers have migrated and verified: one more sweep, or the end. */
    Map<String, Object> finish() {
        var lifecycle = session.lifecycle();
        var called = RunCall.of(event);
        var holding = new Holding(owner(), called.epoch());
        var begun = lifecycle.find(called.run(), called.sweeps());
        ActiveRun active;
        try {
            active = lifecycle.advance(holding, begun);
            if (active.run().state() == RunState.RUNNING) {
                active = lifecycle.advance(holding, active);
            }
        } catch (MigrationException failure) {
            // The state machine is told the exception's class only, so that the cause is recorded here.
            lifecycle.fail(holding, begun, Cause.of(failure));
            throw failure;
        }
        if (active.run().state() == RunState.RUNNING) {
            return WorkerGroups.of(active, holding, session.workers());
        }
        session.ports().lock().release(holding);
        return Map.of("next", "SUCCEEDED");
    }

    /** Records the failure, unless whoever saw it has: from then on the workers come to an end. */
    Map<String, Object> fail() {
        var code = event.event("error").find("code").orElse("an unnamed error");
        if (event.event("run").find("rank").isEmpty()) {
            session.refused(
                    owner().id(),
                    unnamed("planning failed", event.event("input").text("version"), code));
            session.closing().release(owner(), Session.LONGEST_LIFE);
            return Map.of("next", "FAILED");
        }
        var version = event.event("run").text("version");
        session.closing().fail(owner(), unnamed("a worker failed", version, code));
        return Map.of("next", "QUIESCE", "at", event.text("entered"));
    }

    private static Cause unnamed(String what, String version, String code) {
        if (code.startsWith(FailureCode.ACCESS_DENIED.code() + " ")) {
            return new Cause(FailureCode.ACCESS_DENIED.code(), code);
        }
        if (code.equals(REFUSED)) {
            return new Cause(
                    FailureCode.ACCESS_DENIED.code(),
                    FailureCode.ACCESS_DENIED.code() + " access denied: lambda:InvokeFunction by the role of the state"
                            + " machine: version " + version + ". Step Functions has said " + code + " for "
                            + NewRole.PATIENCE.toMinutes() + " minutes. Give the role that right, see its boundary,"
                            + " and deploy again: it goes on from its checkpoints.");
        }
        return new Cause(
                FailureCode.UNEXPECTED.code(),
                FailureCode.UNEXPECTED.code() + " " + what + ": version " + version + ". It ended with " + code
                        + ". See the log of the function, then deploy again: it goes on from its checkpoints.");
    }

    /** Waits until no worker can still write, which is when all have let go, or the longest life of one is over. */
    Map<String, Object> quiesce() {
        var since = Duration.between(Instant.parse(event.text("since")), Instant.parse(event.text("entered")));
        var isOver = since.compareTo(Session.LONGEST_LIFE) >= 0;
        // A worker that is between two segments does not know it yet.
        var isNoticed = since.compareTo(RunWatch.NOTICED_WITHIN) >= 0;
        var run = session.ports().runs().find(RunCall.of(event).run());
        if (!isOver && run.filter(ended -> !isNoticed || isBusy(ended)).isPresent()) {
            return Map.of("next", "WAIT", "waitSeconds", WAIT_SECONDS);
        }
        session.closing().release(owner(), Session.LONGEST_LIFE);
        return Map.of("next", "QUIET");
    }

    private boolean isBusy(Run run) {
        return !session.closing().isQuiet(run);
    }

    private Owner owner() {
        return Owner.workflow(event.text("execution"));
    }
}
