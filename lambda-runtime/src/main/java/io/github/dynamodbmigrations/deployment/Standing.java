package io.github.dynamodbmigrations.deployment;

import io.github.dynamodbmigrations.engine.ExecutionStatus;
import io.github.dynamodbmigrations.history.Cause;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.HistoryState;
import io.github.dynamodbmigrations.history.LockState;
import io.github.dynamodbmigrations.history.Owner;
import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.history.RunState;
import io.github.dynamodbmigrations.trigger.Trigger;
import io.github.dynamodbmigrations.workflow.InputText;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How it stands with the versions that a deployment is to apply, whether it waits for them itself or not. */
public sealed interface Standing {
    /** All of them count as applied. */
    record Applied() implements Standing {}

    /**
     * Something is under way, or has yet to begin.
     *
     * @param what for people
     */
    record UnderWay(String what) implements Standing {}

    /**
     * Nothing goes on by itself, as far as can be seen; if it stays so for a while, it is so.
     *
     * @param cause what there is to say then
     */
    record Doubtful(Cause cause) implements Standing {}

    /**
     * Nothing goes on by itself.
     *
     * @param cause why
     */
    record Ended(Cause cause) implements Standing {}

    /**
     * Judges.
     *
     * @param versions the versions
     * @param history what was done
     * @param triggers what deployments have asked for
     * @param lock who works on the history
     * @param status what Step Functions says of an execution
     * @return how it stands
     */
    static Standing of(
            Collection<Long> versions,
            HistoryState history,
            List<Trigger> triggers,
            LockState lock,
            Function<String, ExecutionStatus> status) {
        var pending = versions.stream()
                .filter(version -> !history.isApplied(version))
                .sorted()
                .findFirst();
        if (pending.isEmpty()) {
            return new Applied();
        }
        var living = triggers.stream().filter(trigger -> !trigger.isDeleted()).toList();
        return history.unfinished()
                .map(run -> ofRun(run, living, lock, status))
                .orElseGet(() -> ofVersion(pending.get(), living, status));
    }

    private static Standing ofRun(
            Run run, List<Trigger> triggers, LockState lock, Function<String, ExecutionStatus> status) {
        var owner = run.attempt().owner();
        if (run.state() == RunState.RUNNING) {
            var isOver = owner.kind() == Owner.Kind.WORKFLOW && status.apply(owner.id()) == ExecutionStatus.OVER;
            return isOver
                    ? new Doubtful(over(run.version()))
                    : new UnderWay("version " + run.version() + " is RUNNING");
        }
        var isTakenUp =
                lock.holder().filter(holder -> !holder.owner().equals(owner)).isPresent()
                        || triggers.stream().anyMatch(trigger -> isToResume(trigger, run, status));
        return isTakenUp
                ? new UnderWay("version " + run.version() + " is " + run.state() + ", and about to be resumed")
                : new Ended(run.cause().orElseGet(() -> over(run.version())));
    }

    /** What a deployment has just started for a run that ended before has no attempt in it yet. */
    private static boolean isToResume(Trigger trigger, Run run, Function<String, ExecutionStatus> status) {
        return trigger.id().version() == run.version()
                && trigger.execution()
                        .filter(execution -> run.attempts().stream()
                                .noneMatch(attempt -> attempt.owner().equals(Owner.workflow(execution))))
                        .filter(execution -> status.apply(execution) != ExecutionStatus.OVER)
                        .isPresent();
    }

    private static Standing ofVersion(long version, List<Trigger> all, Function<String, ExecutionStatus> status) {
        var triggers = all.stream()
                .filter(trigger -> trigger.id().version() == version)
                .toList();
        if (triggers.isEmpty()) {
            return new UnderWay("version " + version + " is not deployed yet");
        }
        if (triggers.stream().anyMatch(trigger -> mayBegin(trigger, status))) {
            return new UnderWay("version " + version + " is started, and waits for its turn");
        }
        return triggers.stream()
                .map(Standing::refusal)
                .flatMap(Optional::stream)
                .findFirst()
                .<Standing>map(Ended::new)
                .orElseGet(() -> new Doubtful(over(version)));
    }

    private static boolean mayBegin(Trigger trigger, Function<String, ExecutionStatus> status) {
        return trigger.execution()
                .map(execution -> status.apply(execution) != ExecutionStatus.OVER)
                .orElse(!trigger.isAnswered());
    }

    /** Why a deployment was told at once that the version fails. */
    private static Optional<Cause> refusal(Trigger trigger) {
        return trigger.body()
                .map(InputText::read)
                .filter(answer -> "FAILED".equals(answer.get("Status")))
                .map(answer -> String.valueOf(answer.get("Reason")))
                .map(reason -> new Cause(reason.split(" ", 2)[0], reason));
    }

    private static Cause over(long version) {
        var code = FailureCode.EXECUTION_OVER.code();
        return new Cause(
                code,
                code + " execution ended before its run: version " + version + ". Step Functions says that it is over,"
                        + " and nobody has recorded why. Finish it with `mvn dynamodb-migrations:migrate`, or deploy again if"
                        + " the deployment failed: it goes on from its checkpoints.");
    }
}
