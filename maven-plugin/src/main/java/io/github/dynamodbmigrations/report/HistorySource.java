package io.github.dynamodbmigrations.report;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.dynamo.DynamoConnection;
import io.github.dynamodbmigrations.dynamo.DynamoConnection.Credentials;
import io.github.dynamodbmigrations.dynamo.DynamoConnection.Target;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.HistorySettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the history is read from. Nothing is ever written there.
 *
 * @param settings its table and keys
 * @param region the region, if it was named
 * @param profile the profile of the AWS configuration files, if one was named
 * @param endpoint another endpoint than the service's
 */
public record HistorySource(
        HistorySettings settings, Optional<String> region, Optional<String> profile, Optional<URI> endpoint) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String ANY = "local";

    /** Reads the history as it is now. */
    public HistoryReading read(Clock clock) {
        // An endpoint of one's own takes any region and credentials, but not none.
        var target = new Target(
                endpoint.isPresent() ? region.or(() -> Optional.of("us-east-1")) : region,
                profile,
                endpoint,
                endpoint.filter(own -> profile.isEmpty()).map(own -> () -> new Credentials(ANY, ANY)),
                PATIENCE);
        try (var connection = DynamoConnection.open(target, clock, HistorySource::giveUp, () -> ANY)) {
            return HistoryReading.of(
                    settings, connection.ports(settings).history().read());
        } catch (RuntimeException refused) {
            return isMissing(refused) ? HistoryReading.none(settings) : HistoryReading.unreachable(settings, refused);
        }
    }

    private static boolean isMissing(RuntimeException refused) {
        return refused instanceof MigrationException known && known.code().equals(FailureCode.TABLE_NOT_FOUND.code());
    }

    /** Nobody waits for a table that does not answer, only to be shown a list. */
    private static void giveUp(Duration pause) {
        throw new IllegalStateException("DynamoDB does not answer");
    }
}
