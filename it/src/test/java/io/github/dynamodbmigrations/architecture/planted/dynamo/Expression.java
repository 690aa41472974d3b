package io.github.dynamodbmigrations.architecture.planted.dynamo;

record Expression(String text) {
    static Expression of(String text) {
        return new Expression(text);
    }
}
