package io.github.dynamodbmigrations.architecture.planted;

import io.github.dynamodbmigrations.architecture.Breaks;
import io.github.dynamodbmigrations.architecture.planted.scan.Clean;

@Breaks("the API knows only the JDK, JSpecify and attribute values")
record ApiWithClient(Clean internal) {}
