package io.github.dynamodbmigrations.report;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.connection.Connection;
import io.github.dynamodbmigrations.history.FailureCode;
import java.time.Clock;
import java.time.Duration;

/**
 * Where the history is read from. Nothing is ever written there.
 *
 * @param connection how it is reached
 */
public record HistorySource(Connection connection) {
    /** Reads the history as it is now. */
    public HistoryReading read(Clock clock) {
        var settings = connection.history();
        try (var open = connection.open(clock, HistorySource::giveUp, () -> "unused")) {
            return HistoryReading.of(settings, open.ports(settings).history().read());
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
