package io.github.dynamodbmigrations.architecture.planted.scan;

import io.github.dynamodbmigrations.architecture.Breaks;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@Breaks("only dynamo and workflow call AWS")
record CallsAws(DynamoDbClient client) {}
