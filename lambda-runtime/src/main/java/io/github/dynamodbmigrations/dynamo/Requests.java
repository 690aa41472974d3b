package io.github.dynamodbmigrations.dynamo;

import io.github.dynamodbmigrations.throttle.Pause;
import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Makes requests that are not a segment worker's, and makes them again for some seconds where nothing is wrong with them.
 *
 * @param client what makes them
 * @param pause how to wait before a further try
 */
record Requests(DynamoDbClient client, Pause pause) {
    static final int TRIES = 12;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final int MOST_DOUBLINGS = 6;

    /** Makes one; what does not pass in the end ends as one line, unless it is the caller's to judge. */
    <T> T make(String action, String table, Supplier<T> call) {
        for (var attempt = 1; ; attempt++) {
            try {
                return call.get();
            } catch (SdkException thrown) {
                if (attempt == TRIES
                        || pause == Pause.NEVER
                        || Refusals.transientReason(thrown).isEmpty()) {
                    throw Refusals.stop(thrown, action, table, client);
                }
                waitAfter(attempt);
            }
        }
    }

    /** Longer each time, up to a bound. */
    void waitAfter(int attempt) {
        pause.pause(FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS)));
    }
}
