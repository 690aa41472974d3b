package io.github.dynamodbmigrations.discovery;

import io.github.dynamodbmigrations.bytecode.ClassFile;
import io.github.dynamodbmigrations.model.MigrationModel.Uses;
import java.util.List;

/**
 * What the bytecode of a migration says beside its annotations.
 *
 * @param reached the project classes that it reaches, itself included
 * @param uses what it can do to items
 * @param checksum of the class and its nested classes
 * @param reachedChecksum of the other classes that it reaches
 */
record CodeFacts(List<ClassFile> reached, Uses uses, String checksum, String reachedChecksum) {}
