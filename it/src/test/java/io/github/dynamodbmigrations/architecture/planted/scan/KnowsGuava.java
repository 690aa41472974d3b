package io.github.dynamodbmigrations.architecture.planted.scan;

import com.google.common.collect.ImmutableList;
import io.github.dynamodbmigrations.architecture.Breaks;

@Breaks("no Lombok, Guava, Spring or databind")
record KnowsGuava(ImmutableList<String> names) {}
