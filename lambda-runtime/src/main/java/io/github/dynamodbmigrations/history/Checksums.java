package io.github.dynamodbmigrations.history;

/**
 * Fingerprints of a migration's code, each beginning with the version of the algorithm ({@code v1:}).
 *
 * @param own of the class and its nested classes
 * @param reached of the project classes that it reaches
 */
public record Checksums(String own, String reached) {}
