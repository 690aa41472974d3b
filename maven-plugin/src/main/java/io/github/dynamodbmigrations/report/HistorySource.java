package io.github.dynamodbmigrations.report;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.connection.Connection;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.throttle.Pause;
import java.time.Clock;
import java.util.Optional;

/**
 * Where the history is read from. Nothing is ever written there.
 *
 * @param connection how it is reached
 * @param baseline the version that it begins with if it has not begun, where that is said
 */
public record HistorySource(Connection connection, Optional<Long> baseline) {
    /** Reads the history as it is now. */
    public HistoryReading read(Clock clock) {
        var found = find(clock);
        return baseline.map(found::withBaseline).orElse(found);
    }

    private HistoryReading find(Clock clock) {
        var settings = connection.history();
        // Nobody waits for a table that does not answer, only to be shown a list.
        try (var open = connection.open(clock, Pause.NEVER, () -> "unused")) {
            return HistoryReading.of(settings, open.ports(settings).history().read());
        } catch (RuntimeException refused) {
            return isMissing(refused) ? HistoryReading.none(settings) : HistoryReading.unreachable(settings, refused);
        }
    }

    private static boolean isMissing(RuntimeException refused) {
        return refused instanceof MigrationException known && known.code().equals(FailureCode.TABLE_NOT_FOUND.code());
    }
}
