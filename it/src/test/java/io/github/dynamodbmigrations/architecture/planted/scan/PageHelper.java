package io.github.dynamodbmigrations.architecture.planted.scan;

import io.github.dynamodbmigrations.architecture.Breaks;

@Breaks("names say what a thing is")
record PageHelper() {}
