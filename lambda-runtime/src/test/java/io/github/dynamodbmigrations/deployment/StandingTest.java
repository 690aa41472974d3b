package io.github.dynamodbmigrations.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.dynamodbmigrations.checkpoint.Tally;
import io.github.dynamodbmigrations.engine.ExecutionStatus;
import io.github.dynamodbmigrations.history.Attempt;
import io.github.dynamodbmigrations.history.Cause;
import io.github.dynamodbmigrations.history.Checksums;
import io.github.dynamodbmigrations.history.CurrentStatus;
import io.github.dynamodbmigrations.history.HistoryId;
import io.github.dynamodbmigrations.history.HistoryState;
import io.github.dynamodbmigrations.history.LockState;
import io.github.dynamodbmigrations.history.Owner;
import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.history.RunState;
import io.github.dynamodbmigrations.trigger.Answer;
import io.github.dynamodbmigrations.trigger.ResourceRequest;
import io.github.dynamodbmigrations.trigger.Trigger;
import io.github.dynamodbmigrations.trigger.TriggerId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a deployment that does not wait itself has come to. */
final class StandingTest {
    private static final String FIRST = "arn:aws:states:eu-west-1:111122223333:execution:Shop:dm-00000001-first";
    private static final String NEXT = "arn:aws:states:eu-west-1:111122223333:execution:Shop:dm-00000001-next";
    private static final Cause CAUSE = new Cause("DM414", "DM414 too many items were rejected");
    private static final ResourceRequest CREATE =
            new ResourceRequest(ResourceRequest.Type.CREATE, "r", "http://sink", "stack", "Trigger01", "");

    private final List<Run> runs = new ArrayList<>();
    private final List<Trigger> triggers = new ArrayList<>();
    private final Map<String, ExecutionStatus> statuses = new HashMap<>();
    private LockState lock = LockState.NEVER_HELD;

    @Test
    void allVersionsAreApplied() {
        run(1, RunState.SUCCEEDED, FIRST);
        run(2, RunState.SUCCEEDED, NEXT);
        assertEquals(new Standing.Applied(), standing(1, 2));
        assertEquals(new Standing.UnderWay("version 3 is not deployed yet"), standing(1, 2, 3));
    }

    @Test
    void aRunThatIsRunningIsUnderWay() {
        run(1, RunState.RUNNING, FIRST);
        assertEquals(new Standing.UnderWay("version 1 is RUNNING"), standing(1));
    }

    @Test
    void aRunWhoseExecutionNobodyCanAskForIsUnderWay() {
        run(1, RunState.RUNNING, FIRST);
        statuses.put(FIRST, ExecutionStatus.UNKNOWN);
        assertInstanceOf(Standing.UnderWay.class, standing(1));
    }

    @Test
    void aRunWhoseExecutionIsOverIsInDoubt() {
        run(1, RunState.RUNNING, FIRST);
        statuses.put(FIRST, ExecutionStatus.OVER);
        var doubtful = assertInstanceOf(Standing.Doubtful.class, standing(1));
        assertEquals("DM335", doubtful.cause().code());
    }

    @Test
    void aFailedRunHasEndedWithItsCause() {
        run(1, RunState.FAILED, FIRST);
        trigger(1, FIRST, true, "");
        assertEquals(new Standing.Ended(CAUSE), standing(1));
        assertEquals(new Standing.Ended(CAUSE), standing(1, 2), "it keeps later ones from starting");
    }

    @Test
    void aFailedRunThatTheDeploymentIsAboutToResumeIsUnderWay() {
        run(1, RunState.FAILED, FIRST);
        trigger(1, FIRST, true, "");
        trigger(1, NEXT, true, "");
        assertInstanceOf(Standing.UnderWay.class, standing(1));
        statuses.put(NEXT, ExecutionStatus.OVER);
        assertEquals(new Standing.Ended(CAUSE), standing(1), "it ended without an attempt");
    }

    @Test
    void whatADeletedTriggerStartedIsNotWaitedFor() {
        run(1, RunState.INTERRUPTED, FIRST);
        trigger(1, NEXT, true, "");
        var gone = triggers.remove(0);
        triggers.add(new Trigger(
                gone.id(), gone.create(), true, gone.execution(), Optional.empty(), Optional.empty(), true, true));
        assertEquals(new Standing.Ended(CAUSE), standing(1));
    }

    @Test
    void aFailedRunWhoseLockAnotherOneHasTakenIsUnderWay() {
        run(1, RunState.FAILED, FIRST);
        var holder = new LockState.Holder(
                Owner.direct("ada@laptop/1"), "n", Duration.ZERO, Duration.ZERO, Instant.EPOCH, Optional.empty());
        lock = new LockState(2, Optional.of(holder), Optional.empty());
        assertInstanceOf(Standing.UnderWay.class, standing(1));
    }

    @Test
    void anExecutionWithoutARunYetIsUnderWay() {
        trigger(1, FIRST, true, "");
        assertEquals(new Standing.UnderWay("version 1 is started, and waits for its turn"), standing(1));
        statuses.put(FIRST, ExecutionStatus.OVER);
        assertInstanceOf(Standing.Doubtful.class, standing(1));
    }

    @Test
    void aVersionThatWasRefusedAtOnceHasEnded() {
        var reason = "DM301 version 1 is FAILED: version 2 waits for it.";
        trigger(2, "", true, Answer.failure(new Cause("DM301", reason)).body(CREATE, "id"));
        assertEquals(new Standing.Ended(new Cause("DM301", reason)), standing(2));
    }

    private Standing standing(long... versions) {
        var status = new CurrentStatus(CurrentStatus.Status.NOT_RUN, Optional.empty(), 0);
        var history = new HistoryState(new HistoryId("00000001"), 0, status, runs.size(), runs, Map.of());
        return Standing.of(
                Arrays.stream(versions).boxed().toList(),
                history,
                triggers,
                lock,
                execution -> statuses.getOrDefault(execution, ExecutionStatus.RUNNING));
    }

    private void run(long version, RunState state, String execution) {
        var isEnded = state != RunState.RUNNING;
        runs.add(new Run(
                version,
                version,
                Optional.empty(),
                state,
                "run",
                Instant.EPOCH,
                isEnded ? Optional.of(Instant.EPOCH) : Optional.empty(),
                List.of(new Attempt(Instant.EPOCH, "u", Owner.workflow(execution))),
                new Checksums("v1:a", "v1:b"),
                state == RunState.FAILED || state == RunState.INTERRUPTED ? Optional.of(CAUSE) : Optional.empty(),
                Tally.ZERO,
                true,
                1));
    }

    private void trigger(long version, String execution, boolean isAnswered, String body) {
        triggers.add(new Trigger(
                new TriggerId(version, "h" + triggers.size()),
                CREATE,
                true,
                Optional.of(execution).filter(arn -> !arn.isEmpty()),
                Optional.empty(),
                Optional.of(body).filter(text -> !text.isEmpty()),
                isAnswered,
                false));
    }
}
