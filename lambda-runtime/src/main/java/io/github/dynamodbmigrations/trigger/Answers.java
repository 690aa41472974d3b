package io.github.dynamodbmigrations.trigger;

/** Brings answers to CloudFormation. */
@FunctionalInterface
public interface Answers {
    /**
     * Brings one.
     *
     * @param url where to; never to be shown
     * @param body the answer
     * @throws io.github.dynamodbmigrations.MigrationException if it was not taken
     */
    void put(String url, String body);
}
