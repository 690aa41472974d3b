package io.github.dynamodbmigrations.architecture.planted.diff;

import io.github.dynamodbmigrations.architecture.Breaks;
import io.github.dynamodbmigrations.architecture.planted.scan.Cycle;

/** The other half. */
@Breaks("packages form no cycle")
public record Recycle(Cycle other) {}
