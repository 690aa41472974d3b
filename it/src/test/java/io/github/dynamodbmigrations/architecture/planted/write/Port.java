package io.github.dynamodbmigrations.architecture.planted.write;

/** A port. */
public interface Port {}
