package io.github.dynamodbmigrations.throttle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class TokenBucketTest {
    private final AtomicLong now = new AtomicLong(1_000);
    private final Pause pause = length -> now.addAndGet(length.toNanos());

    @Test
    void startsEmpty() {
        assertEquals(Duration.ofMillis(100), waitOf(bucket(10, 1)));
    }

    @Test
    void givesEachProcessItsShare() {
        assertEquals(Duration.ofMillis(400), waitOf(bucket(10, 4)));
    }

    @Test
    void goesIntoDebtAndPaysItBack() {
        var bucket = bucket(10, 1);
        bucket.await(() -> false);
        bucket.charge(21);
        var wait = waitOf(bucket);
        assertTrue(wait.toMillis() >= 2_000 && wait.toMillis() < 2_400, "20 units more than its turn: " + wait);
    }

    @Test
    void keepsNoMoreThanASecondsWorth() {
        var bucket = bucket(10, 1);
        now.addAndGet(Duration.ofHours(1).toNanos());
        assertEquals(Duration.ZERO, waitOf(bucket));
        bucket.charge(31);
        assertTrue(waitOf(bucket).toMillis() > 1_900);
    }

    @Test
    void letsWaitingRequestsGoOneAfterTheOtherAndNotAllAtOnce() {
        var bucket = bucket(10, 1);
        var turns = List.of(bucket.takeTurn(), bucket.takeTurn(), bucket.takeTurn());
        assertEquals(
                List.of(Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(300)),
                turns.stream().map(bucket::until).toList());
    }

    @Test
    void learnsWhatARequestCosts() {
        var bucket = bucket(100, 1);
        for (var request = 0; request < 100; request++) {
            bucket.await(() -> false);
            bucket.charge(40);
        }
        var wait = waitOf(bucket);
        assertTrue(Math.abs(wait.toMillis() - 400) < 10, "a request of forty units waits for forty: " + wait);
    }

    @Test
    void refusedRequestsAreMadeNoFasterThanOthers() {
        var bucket = bucket(10, 1);
        bucket.await(() -> false);
        bucket.charge(0);
        assertEquals(Duration.ofMillis(100), waitOf(bucket));
        assertEquals(0, bucket.spent());
    }

    @Test
    void takesAnotherLimitWhileAThreadWaits() {
        var buckets = new ArrayList<TokenBucket>();
        Pause raising = length -> {
            now.addAndGet(length.toNanos());
            buckets.get(0).limit(1_000);
        };
        buckets.add(TokenBucket.share("write budget", 0.01, 1, now::get, raising));
        buckets.get(0).await(() -> false);
        assertTrue(now.get() < Duration.ofSeconds(1).toNanos(), "it would have waited for 100 seconds");
        assertEquals(1_000, buckets.get(0).unitsPerSecond());
    }

    @Test
    void whoeverGivesUpLeavesTheTurnToTheNext() {
        var bucket = bucket(10, 1);
        bucket.takeTurn();
        for (var waiter = 0; waiter < 5; waiter++) {
            assertFalse(bucket.await(() -> true));
        }
        assertEquals(Duration.ofMillis(200), waitOf(bucket), "only the first turn is ahead of it");
    }

    @Test
    void givesUpBetweenTwoLooks() {
        var bucket = bucket(0.01, 1);
        var end = now.get() + Duration.ofSeconds(2).toNanos();
        assertFalse(bucket.await(() -> now.get() >= end));
        assertTrue(now.get() <= end + Pause.LOOK.toNanos(), "it would have waited for 100 seconds");
        assertEquals(Optional.empty(), bucket.waiting());
    }

    @Test
    void holdsItsRateOverTime() {
        var bucket = bucket(100, 1);
        for (var request = 0; request < 1000; request++) {
            bucket.await(() -> false);
            bucket.charge(2.5);
        }
        var seconds = (now.get() - 1_000) / 1e9;
        assertTrue(seconds > 24.9 && seconds < 25.2, "2,500 units at 100 a second took " + seconds);
    }

    @Test
    void saysWhatAWaiterWaitsForAndForHowLong() {
        var seen = new ArrayList<Optional<Waiting>>();
        var buckets = new ArrayList<TokenBucket>();
        Pause looking = length -> {
            now.addAndGet(length.toNanos());
            seen.add(buckets.get(0).waiting());
        };
        buckets.add(TokenBucket.share("write budget", 2, 1, now::get, looking));
        buckets.get(0).await(() -> false);
        assertEquals(Optional.of(new Waiting("throttled: write budget", Duration.ofMillis(250))), seen.get(0));
        assertEquals(Optional.empty(), buckets.get(0).waiting());
    }

    @Test
    void aRateIsPositive() {
        assertThrows(IllegalArgumentException.class, () -> bucket(0, 1));
    }

    @Test
    void aPageCostsAboutASecondOfTheReadBudget() {
        var limit = new PageLimit(250, bucket(50, 1), Budget.UNLIMITED, 1);
        assertEquals(50, limit.next());
        limit.read(10, 100);
        assertEquals(5, limit.next(), "ten units an item");
        assertEquals(250, new PageLimit(250, Budget.UNLIMITED, Budget.UNLIMITED, 1).next());
    }

    @Test
    void aPageCostsAboutFourSecondsOfTheWriteBudgetThatItsWorkerHas() {
        var limit = new PageLimit(250, Budget.UNLIMITED, bucket(50, 1), 4);
        assertEquals(5, limit.next(), "ten units an item are assumed until it is known");
        limit.wrote(5, 5);
        assertEquals(50, limit.next(), "a quarter of 50, for four seconds");
        for (var page = 0; page < 50; page++) {
            limit.wrote(50, 0);
        }
        assertEquals(250, limit.next(), "items that are kept cost nothing");
    }

    private Duration waitOf(TokenBucket bucket) {
        var before = now.get();
        bucket.await(() -> false);
        return Duration.ofNanos(now.get() - before);
    }

    private TokenBucket bucket(double rate, int processes) {
        return TokenBucket.share("read budget", rate, processes, now::get, pause);
    }
}
