package io.github.dynamodbmigrations.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.run.Surroundings;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NewRoleTest {
    private final MigrationException denied = FailureCode.ACCESS_DENIED.exception("access denied: it.");

    private long now;
    private int calls;
    private final Surroundings surroundings = new Surroundings(
            Clock.systemUTC(), () -> now, length -> now += length.toNanos(), new Random(1), () -> "id");

    @Test
    void aDenialOfOneMinuteIsWaitedFor() {
        assertEquals("done", NewRole.patiently(surroundings, () -> deniedFor(Duration.ofMinutes(1))));

        assertEquals(Duration.ofMinutes(1), Duration.ofNanos(now));
    }

    @Test
    void aDenialOfThreeMinutesIsTakenAtItsWord() {
        var thrown = assertThrows(
                MigrationException.class, () -> NewRole.patiently(surroundings, () -> deniedFor(Duration.ofDays(1))));

        assertSame(denied, thrown);
        assertEquals(Duration.ofMinutes(3), Duration.ofNanos(now));
    }

    @Test
    void anythingElseIsNotWaitedFor() {
        assertThrows(
                MigrationException.class,
                () -> NewRole.patiently(surroundings, () -> {
                    calls++;
                    throw FailureCode.LOCK_HELD.exception("held.");
                }));

        assertEquals(1, calls);
    }

    private String deniedFor(Duration length) {
        if (now < length.toNanos()) {
            throw denied;
        }
        return "done";
    }
}
