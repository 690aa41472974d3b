package io.github.dynamodbmigrations.history;

/**
 * What a run undoes.
 *
 * @param rank of the run that applied the version
 * @param reaches the version that the data has when it is undone
 */
public record Undoing(long rank, long reaches) {}
