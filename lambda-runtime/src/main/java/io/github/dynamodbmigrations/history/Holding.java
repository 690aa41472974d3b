package io.github.dynamodbmigrations.history;

/**
 * The lock as its holder knows it. Whoever lost it still has this value and can write nothing with it.
 *
 * @param owner the holder
 * @param epoch its acquisition
 */
public record Holding(Owner owner, long epoch) {}
