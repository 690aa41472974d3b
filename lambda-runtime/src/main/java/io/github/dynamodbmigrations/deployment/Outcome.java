package io.github.dynamodbmigrations.deployment;

import io.github.dynamodbmigrations.history.Cause;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.HistoryState;
import io.github.dynamodbmigrations.history.RunState;
import io.github.dynamodbmigrations.trigger.Answer;
import io.github.dynamodbmigrations.trigger.Trigger;

/** What a trigger's Create is told when its wait is over, as the history has it. */
final class Outcome {
    private Outcome() {}

    /** After the execution that it follows has ended. */
    static Answer ofEnd(Trigger trigger, HistoryState history) {
        var version = trigger.id().version();
        if (history.isApplied(version)) {
            return Answer.success("version " + version + " has succeeded");
        }
        return history.latest(version)
                .filter(run -> run.state() != RunState.UNDONE)
                .flatMap(run -> run.cause())
                .map(Answer::failure)
                .orElseGet(() -> Answer.failure(new Cause(
                        FailureCode.EXECUTION_OVER.code(),
                        FailureCode.EXECUTION_OVER.code() + " execution ended before its run: version " + version
                                + ". Nothing of it is recorded as ended. Deploy again: it goes on from its"
                                + " checkpoints.")));
    }

    /** After its time is up while the execution goes on; the next trigger of the chain holds on. */
    static Answer ofTime(Trigger trigger, HistoryState history) {
        var version = trigger.id().version();
        if (history.isApplied(version)) {
            return ofEnd(trigger, history);
        }
        if (!trigger.isLast()) {
            return Answer.success("version " + version + " goes on; the next trigger waits for it");
        }
        return Answer.failure(new Cause(
                FailureCode.TIME_IS_UP.code(),
                FailureCode.TIME_IS_UP.code() + " deployment's time is up: version " + version + " is "
                        + history.latest(version)
                                .map(run -> run.state() + " in pass " + run.pass())
                                .orElse("not started")
                        + ". Deploy again, and it goes on from its checkpoints; or raise <deploymentTimeout>, or"
                        + " finish it with `mvn dynamodb-migrations:migrate`."));
    }
}
