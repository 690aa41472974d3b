package io.github.dynamodbmigrations.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How an execution waits for the lock. */
final class LockTurnTest {
    /** https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
    private static final int EVENTS_OF_A_MACHINE = 25_000;
    /** Five of a task, two of a choice and two of a wait. */
    private static final int EVENTS_OF_A_TURN = 9;
    /** As much as LockWaitSeconds may be. */
    private static final Duration LONGEST = Duration.ofDays(1);

    @Test
    void theLongestWaitLeavesEventsForTheRun() {
        var events = 0;
        for (var since = Duration.ZERO;
                since.compareTo(LONGEST) < 0;
                since = since.plusSeconds(LockTurn.waitSeconds(since))) {
            events += EVENTS_OF_A_TURN;
        }
        var used = events;
        assertTrue(used < EVENTS_OF_A_MACHINE * 2 / 3, () -> used + " events");
    }

    @Test
    void aShortWaitEndsSoon() {
        assertEquals(10, LockTurn.waitSeconds(Duration.ZERO));
        assertEquals(30, LockTurn.waitSeconds(Duration.ofMinutes(5)));
    }
}
