package io.github.dynamodbmigrations.throttle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a budget makes of DynamoDB's refusals. */
final class RefusedBudgetTest {
    private final AtomicLong now = new AtomicLong();
    private Runnable looking = () -> {};

    private final Pause pause = length -> {
        looking.run();
        now.addAndGet(length.toNanos());
    };
    private final TokenBucket shared = TokenBucket.share("write budget", 100, 1, now::get, pause);
    private final Budget one = shared.forSegment();
    private final Budget other = shared.forSegment();

    @ParameterizedTest
    @EnumSource(
            value = TransientReason.class,
            names = {"TABLE", "ACCOUNT"})
    void slowsAllSegmentsDown(TransientReason reason) {
        var before = perSecond(one, 10);
        one.refused(reason);
        assertEquals(0.75 * before, perSecond(other, 1), 0.05 * before);
    }

    @Test
    void slowsOnlyTheSegmentDownWhoseKeyRangeIsExhausted() {
        var before = perSecond(one, 10);
        one.refused(TransientReason.KEY_RANGE);
        assertEquals(0.75 * before, perSecond(one, 1), 0.1 * before);
        assertEquals(before, perSecond(other, 5), 0.1 * before);
    }

    @ParameterizedTest
    @EnumSource(
            value = TransientReason.class,
            names = {"TRANSACTION_CONFLICT", "REPLICATION_CONFLICT", "UNAVAILABLE"})
    void staysAsItIsWhenThroughputIsNotTheMatter(TransientReason reason) {
        var before = perSecond(one, 10);
        one.refused(reason);
        assertEquals(before, perSecond(one, 2), 0.05 * before);
    }

    @Test
    void takesRefusalsOfOneMomentForOne() {
        perSecond(one, 10);
        for (var refusal = 0; refusal < 32; refusal++) {
            one.refused(TransientReason.TABLE);
        }
        assertTrue(perSecond(one, 1) > 65);
    }

    @Test
    void fallsAgainWithEachSecondOfRefusalsButNeverToNothing() {
        for (var second = 0; second < 60; second++) {
            one.refused(TransientReason.TABLE);
            now.addAndGet(Duration.ofSeconds(1).toNanos());
        }
        var least = perSecond(one, 5);
        assertTrue(least > 1 && least < 8, "units a second: " + least);
    }

    @Test
    void growsBackToItsLimitAndNoFurther() {
        one.refused(TransientReason.TABLE);
        now.addAndGet(Duration.ofSeconds(100).toNanos());
        perSecond(one, 1);
        assertEquals(100, perSecond(one, 10), 2);
    }

    @Test
    void saysWhichRefusalItIsThatWorkersWaitFor() {
        perSecond(one, 2);
        one.refused(TransientReason.KEY_RANGE);
        assertEquals(Optional.of("throttled: throughput of a key range"), textWhileWaiting(one));
        shared.refused(TransientReason.TABLE);
        assertEquals(Optional.of("throttled: throughput of the table"), textWhileWaiting(other));
    }

    /** Uses all that it can for some seconds. */
    private double perSecond(Budget budget, int seconds) {
        var begun = now.get();
        var end = begun + Duration.ofSeconds(seconds).toNanos();
        var used = 0;
        while (now.get() < end) {
            budget.await(() -> false);
            budget.charge(1);
            used++;
        }
        return used / ((now.get() - begun) / 1e9);
    }

    private Optional<String> textWhileWaiting(Budget budget) {
        var seen = new ArrayList<String>();
        looking = () -> shared.waiting().map(Waiting::text).ifPresent(seen::add);
        for (var request = 0; request < 200 && seen.isEmpty(); request++) {
            budget.await(() -> false);
            budget.charge(1);
        }
        return seen.stream().findFirst();
    }
}
