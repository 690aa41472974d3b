package io.github.dynamodbmigrations.sam;

/** Stands in a template for a value that only a deployment knows. */
record Unresolved(String why) {}
