package io.github.dynamodbmigrations.architecture.planted.dynamo;

import io.github.dynamodbmigrations.architecture.Breaks;
import io.github.dynamodbmigrations.architecture.planted.write.Port;

@Breaks("adapters of AWS are named Dynamo or Sfn")
record Writer() implements Port {}
