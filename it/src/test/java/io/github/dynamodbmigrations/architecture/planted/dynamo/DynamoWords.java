package io.github.dynamodbmigrations.architecture.planted.dynamo;

import io.github.dynamodbmigrations.architecture.Breaks;

@Breaks("only codecs word the history's items")
record DynamoWords() {
    Expression words() {
        return Expression.of("SET #status = :status");
    }
}
