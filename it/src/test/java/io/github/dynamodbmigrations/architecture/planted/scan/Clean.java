package io.github.dynamodbmigrations.architecture.planted.scan;

/** Breaks nothing. */
public record Clean() {}
