package io.github.dynamodbmigrations.discovery;

import io.github.dynamodbmigrations.model.MigrationModel.Uses;

/**
 * What the bytecode of a migration says beside its annotations.
 *
 * @param uses what it can do to items
 * @param checksum of the class and its nested classes
 * @param reachedChecksum of the other classes that it reaches
 */
record CodeFacts(Uses uses, String checksum, String reachedChecksum) {}
