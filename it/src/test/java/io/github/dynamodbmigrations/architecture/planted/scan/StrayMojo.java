package io.github.dynamodbmigrations.architecture.planted.scan;

import io.github.dynamodbmigrations.architecture.Breaks;

@Breaks("Mojos live in the maven package")
final class StrayMojo {}
