package io.github.dynamodbmigrations.lambda;

import java.net.URI;
import java.util.Optional;

/**
 * What a function is told by its environment, which only this class reads.
 *
 * @param region the region of the function
 * @param endpoint another endpoint of DynamoDB than the service's
 */
public record RuntimeEnvironment(String region, Optional<URI> endpoint) {
    /** Reads the process's environment. A blank endpoint is none: templates cannot leave a variable out. */
    public static RuntimeEnvironment ofProcess() {
        return new RuntimeEnvironment(
                Optional.ofNullable(System.getenv("AWS_REGION")).orElse("us-east-1"),
                Optional.ofNullable(System.getenv("DYNAMODB_ENDPOINT"))
                        .filter(text -> !text.isBlank())
                        .map(URI::create));
    }
}
