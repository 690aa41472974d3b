package io.github.dynamodbmigrations.architecture.planted.scan;

import io.github.dynamodbmigrations.architecture.Breaks;

@Breaks("no clock, sleep or randomness below the edges")
final class ReadsClock {
    long now() {
        return System.nanoTime();
    }
}
