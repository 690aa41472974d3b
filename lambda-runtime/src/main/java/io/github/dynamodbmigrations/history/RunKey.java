package io.github.dynamodbmigrations.history;

/**
 * Which run something belongs to.
 *
 * @param version the run's version
 * @param rank the run's rank
 */
public record RunKey(long version, long rank) {}
