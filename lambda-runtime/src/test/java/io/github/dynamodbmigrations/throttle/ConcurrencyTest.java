package io.github.dynamodbmigrations.throttle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class ConcurrencyTest {
    private static final List<Integer> INPUTS = IntStream.range(0, 100).boxed().toList();

    @Test
    void givesResultsInOrder() {
        var executor = Executors.newFixedThreadPool(4);
        try {
            assertEquals(INPUTS, new Concurrency(executor, 4).each(INPUTS, input -> input));
        } finally {
            executor.shutdown();
        }
    }

    @Test
    void doesNoMoreAtOnceThanItMay() {
        var executor = Executors.newCachedThreadPool();
        var running = new AtomicInteger();
        var most = new AtomicInteger();
        try {
            new Concurrency(executor, 3).each(INPUTS, input -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                running.get();
                running.decrementAndGet();
                return input;
            });
        } finally {
            executor.shutdown();
        }
        assertTrue(most.get() <= 3, "at once: " + most);
    }

    @Test
    void afterAFailureNothingNewBegins() {
        var begun = new AtomicInteger();
        assertThrows(
                IllegalStateException.class,
                () -> Concurrency.NONE.each(INPUTS, input -> {
                    begun.incrementAndGet();
                    throw new IllegalStateException();
                }));
        assertEquals(1, begun.get());
    }

    @Test
    void afterAFailureNothingIsUnderWay() {
        var executor = Executors.newFixedThreadPool(2);
        var slowOneHasBegun = new CountDownLatch(1);
        var slowOneHasEnded = new AtomicBoolean();
        try {
            var concurrency = new Concurrency(executor, 2);
            var thrown = assertThrows(
                    IllegalStateException.class,
                    () -> concurrency.each(List.of(0, 1), input -> {
                        if (input == 1) {
                            await(slowOneHasBegun);
                            throw new IllegalStateException("1");
                        }
                        slowOneHasBegun.countDown();
                        slowOneHasEnded.set(LongStream.range(0, 20_000_000).sum() > 0);
                        return input;
                    }));
            assertEquals("1", thrown.getMessage());
            assertTrue(slowOneHasEnded.get());
        } finally {
            executor.shutdown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(10, TimeUnit.SECONDS));
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
