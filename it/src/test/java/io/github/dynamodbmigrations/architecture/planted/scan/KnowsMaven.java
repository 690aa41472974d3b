package io.github.dynamodbmigrations.architecture.planted.scan;

import io.github.dynamodbmigrations.architecture.Breaks;
import org.apache.maven.plugin.logging.Log;

@Breaks("only the maven package knows Maven")
record KnowsMaven(Log log) {}
