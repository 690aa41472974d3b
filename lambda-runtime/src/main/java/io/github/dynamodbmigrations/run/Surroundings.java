package io.github.dynamodbmigrations.run;

import io.github.dynamodbmigrations.throttle.Pause;
import java.time.Clock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What the engine would otherwise take from the machine: given from outside, so that it can be anything in a test.
 *
 * @param wall this machine's wall clock
 * @param nanoTime a monotonic clock
 * @param pause how to wait
 * @param random spreads further tries; safe for use by several threads
 * @param uuids makes unique ids
 */
public record Surroundings(
        Clock wall, LongSupplier nanoTime, Pause pause, RandomGenerator random, Supplier<String> uuids) {}
