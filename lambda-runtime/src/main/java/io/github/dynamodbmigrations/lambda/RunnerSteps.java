package io.github.dynamodbmigrations.lambda;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.history.Cause;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.HistoryState;
import io.github.dynamodbmigrations.history.Holding;
import io.github.dynamodbmigrations.history.Owner;
import io.github.dynamodbmigrations.history.Work;
import io.github.dynamodbmigrations.versions.Registration;
import io.github.dynamodbmigrations.versions.RunnerAnswer;
import io.github.dynamodbmigrations.versions.Target;
import io.github.dynamodbmigrations.workflow.InputText;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What comes before and after a call of the user's function. The lock is held from the one to the other.
 *
 * @param session the engine
 * @param event a call of the machine
 */
record RunnerSteps(Session session, Event event) {
    private static final int LONGEST_TEXT = 500;
    /** What Step Functions says of a call that has not reached the function, or whose answer was too long. */
    private static final Set<String> ENDED = Set.of(
            EndSteps.REFUSED,
            "Lambda.ResourceNotFoundException",
            "Lambda.TooManyRequestsException",
            "States.DataLimitExceeded");
    /** How the names of errors begin that are not the function's own. */
    private static final Pattern OF_THE_SERVICE = Pattern.compile("(Lambda|States)[.].*");

    /**
     * Takes the lock and says what the function is called with, unless the data has the version. From then on the lock says
     * that a function may be at work: whoever takes it from an execution that is over waits until it cannot be.
     */
    Map<String, Object> begin(Registration registration, String runner) {
        var target = Target.of(event.fields().get("input"));
        var turn = new LockTurn(session, event);
        Holding holding;
        HistoryState history;
        try {
            holding = turn.acquire();
            history = session.ports().history().open();
            requireNoRuns(history);
            turn.awaitClean(holding, work(holding, target, history));
        } catch (MigrationException stop) {
            if (turn.isWaitedFor(stop, new Event(registration.common()).number("lockWaitSeconds", 0))) {
                return turn.waiting();
            }
            throw stop;
        }
        var has = history.status().version();
        if (target.filter(version -> version == has).isPresent()) {
            session.ports().lock().release(holding);
            return VersionEnds.done();
        }
        session.ports().lock().workOn(holding, work(holding, target, history));
        var call = new HashMap<String, Object>();
        call.put("currentVersion", has);
        target.ifPresent(version -> call.put(Target.FIELD, version));
        call.put("parameters", event.event("input").all());
        return Map.of("next", "INVOKE", "runner", runner, "call", call, "before", has, "epoch", holding.epoch());
    }

    private static Work work(Holding holding, Optional<Long> target, HistoryState history) {
        return Work.ofFunction(holding, target.orElse(history.status().version()));
    }

    private static void requireNoRuns(HistoryState history) {
        if (history.lastRank() > 0) {
            throw FailureCode.RUNNER_BESIDE_RUNS.exception("history holds runs of migrations: " + history.lastRank()
                    + " so far, and a function's versions could not be told from theirs. Give the function a history of"
                    + " its own, or leave RunnerFunction empty.");
        }
    }

    /** Records what the function has come to. */
    Map<String, Object> record() {
        var last = event.event("last");
        var answer = answer(last);
        var ends = new VersionEnds(session, event);
        if (answer.cause().isPresent()) {
            return ends.failed(answer.cause().get(), answer.version());
        }
        var holding = new Holding(Owner.workflow(event.text("execution")), last.number("epoch"));
        return ends.succeeded(holding, last.number("before"), answer.version().orElseThrow());
    }

    /** Whether a call of the function is known to have ended: it has answered or thrown, or was never reached. */
    static boolean hasEnded(Event last) {
        var error = last.event("error").find("Error");
        return last.has("answer")
                || error.filter(name -> ENDED.contains(name)
                                || !OF_THE_SERVICE.matcher(name).matches())
                        .isPresent();
    }

    private RunnerAnswer answer(Event last) {
        var asked = Target.of(event.fields().get("input"));
        var runner = last.text("runner");
        return last.has("error")
                ? RunnerAnswer.thrown(runner, says(last.event("error")), asked)
                : RunnerAnswer.of(runner, last.event("answer").fields().get("Payload"), asked);
    }

    /** The error's name, and the message that the function gave it, if it threw. */
    private static String says(Event error) {
        var name = error.find("Error").orElse("an unnamed error");
        return message(error.find("Cause").orElse(""))
                .map(text -> name + ": " + text)
                .orElse(name);
    }

    private static Optional<String> message(String cause) {
        try {
            return new Event(InputText.read(cause))
                    .find("errorMessage")
                    .map(text -> text.substring(0, Math.min(LONGEST_TEXT, text.length())));
        } catch (RuntimeException noJson) {
            return Optional.empty();
        }
    }

    static Cause unnamed(String code) {
        return new Cause(
                FailureCode.UNEXPECTED.code(),
                FailureCode.UNEXPECTED.code() + " version machine failed: its function ended with " + code
                        + ". See the function's log, then start the machine again.");
    }
}
