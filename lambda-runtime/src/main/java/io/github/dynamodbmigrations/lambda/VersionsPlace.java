package io.github.dynamodbmigrations.lambda;

import io.github.dynamodbmigrations.history.HistorySettings;

/**
 * Where the version machine's function finds what it works with.
 *
 * @param stack the unique part of the id of its stack, which has registered its machines under it
 * @param history where the history is kept
 */
public record VersionsPlace(String stack, HistorySettings history) {}
