package io.github.dynamodbmigrations.lambda;

import io.github.dynamodbmigrations.engine.Workflow;
import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.workflow.SfnWorkflow;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a function is told by its environment, which only this class reads.
 *
 * @param region the region of the function
 * @param endpoint another endpoint of DynamoDB than the service's
 * @param workflow gives what starts and stops executions
 * @param processEnd ends the process of the function
 */
public record RuntimeEnvironment(
        String region, Optional<URI> endpoint, Supplier<Workflow> workflow, Runnable processEnd) {

    /** Reads the process's environment. A blank endpoint is none: templates cannot leave a variable out. */
    public static RuntimeEnvironment ofProcess() {
        var region = Optional.ofNullable(System.getenv("AWS_REGION")).orElse("us-east-1");
        return new RuntimeEnvironment(
                region,
                uri("DYNAMODB_ENDPOINT"),
                () -> SfnWorkflow.open(region, uri("STEP_FUNCTIONS_ENDPOINT")),
                () -> Runtime.getRuntime().halt(1));
    }

    /** Where the version machine's function finds what it works with, which its template says. */
    static VersionsPlace placeOfVersions() {
        return new VersionsPlace(
                told("STACK"),
                new HistorySettings(
                        told("HISTORY_TABLE"),
                        told("PARTITION_KEY_NAME"),
                        told("SORT_KEY_NAME"),
                        told("PARTITION_VALUE"),
                        Long.parseLong(told("FIRST_VERSION"))));
    }

    private static String told(String variable) {
        return Optional.ofNullable(System.getenv(variable))
                .orElseThrow(() -> new IllegalStateException("the environment has no " + variable));
    }

    private static Optional<URI> uri(String variable) {
        return Optional.ofNullable(System.getenv(variable))
                .filter(text -> !text.isBlank())
                .map(URI::create);
    }
}
