package io.github.dynamodbmigrations.history;

/**
 * What the holder of a lock works on: requests of a missing worker can only belong to it.
 *
 * @param run the run
 * @param checksums of the code
 */
public record Work(RunKey run, Checksums checksums) {}
