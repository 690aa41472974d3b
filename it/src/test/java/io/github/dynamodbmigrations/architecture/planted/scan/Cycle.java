package io.github.dynamodbmigrations.architecture.planted.scan;

import io.github.dynamodbmigrations.architecture.Breaks;
import io.github.dynamodbmigrations.architecture.planted.diff.Recycle;

/** One half. */
@Breaks("packages form no cycle")
public record Cycle(Recycle other) {}
