package io.github.dynamodbmigrations.architecture.planted.scan;

import io.github.dynamodbmigrations.architecture.Breaks;

@Breaks("nothing survives in a static field")
final class Remembers {
    static boolean started;

    private Remembers() {}
}
