package io.github.dynamodbmigrations.throttle;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
    private final List<Duration> pauses = new ArrayList<>();

    private final Pause pause = length -> {
        pauses.add(length);
        now.addAndGet(length.toNanos());
    };

    @Test
    void startsEmpty() {
        bucket(10, 1).await();
        assertEquals(List.of(Duration.ofMillis(100)), pauses);
    }

    @Test
    void givesEachWorkerItsShare() {
        bucket(10, 4).await();
        assertEquals(List.of(Duration.ofMillis(400)), pauses);
    }

    @Test
    void goesIntoDebtAndPaysItBack() {
        var bucket = bucket(10, 1);
        bucket.await();
        bucket.charge(21);
        pauses.clear();
        bucket.await();
        assertEquals(List.of(Duration.ofMillis(2100)), pauses);
    }

    @Test
    void keepsNoMoreThanASecondsWorth() {
        var bucket = bucket(10, 1);
        now.addAndGet(Duration.ofHours(1).toNanos());
        bucket.await();
        bucket.charge(11);
        bucket.await();
        assertEquals(List.of(Duration.ofMillis(200)), pauses);
    }

    @Test
    void holdsItsRateOverTime() {
        var bucket = bucket(100, 1);
        for (var request = 0; request < 1000; request++) {
            bucket.await();
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
        buckets.get(0).await();
        assertEquals(List.of(Optional.of(new Waiting("write budget", Duration.ofMillis(500)))), seen);
        assertEquals(Optional.empty(), buckets.get(0).waiting());
    }

    @Test
    void aRateIsPositive() {
        assertThrows(IllegalArgumentException.class, () -> bucket(0, 1));
    }

    @Test
    void aPageCostsAboutASecondOfTheBudget() {
        var limit = new PageLimit(250, bucket(50, 1), Budget.UNLIMITED);
        assertEquals(50, limit.next());
        for (var page = 0; page < 50; page++) {
            limit.saw(10, 100);
        }
        assertEquals(5, limit.next(), "ten units an item");
        assertEquals(40, new PageLimit(250, Budget.UNLIMITED, bucket(2, 1)).next(), "its writes take 20 seconds");
        assertEquals(250, new PageLimit(250, Budget.UNLIMITED, Budget.UNLIMITED).next());
    }

    private TokenBucket bucket(double rate, int workers) {
        return TokenBucket.share("read budget", rate, workers, now::get, pause);
    }
}
