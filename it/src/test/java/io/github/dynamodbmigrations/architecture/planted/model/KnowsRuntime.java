package io.github.dynamodbmigrations.architecture.planted.model;

import io.github.dynamodbmigrations.architecture.Breaks;
import io.github.dynamodbmigrations.architecture.planted.scan.Clean;

@Breaks("templates stand alone")
record KnowsRuntime(Clean runtime) {}
