package io.github.dynamodbmigrations.report;

import io.github.dynamodbmigrations.history.CurrentStatus;
import io.github.dynamodbmigrations.history.HistoryId;
import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.history.HistoryState;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What reading the history came to.
 *
 * @param settings which history
 * @param state what it knows, as of a history that has not begun if there is none; empty if it could not be read
 * @param line what users are told of it
 */
public record HistoryReading(HistorySettings settings, Optional<HistoryState> state, String line) {
    static HistoryReading of(HistorySettings settings, HistoryState state) {
        return state.id().equals(HistoryId.NONE)
                ? none(settings)
                : new HistoryReading(settings, Optional.of(state), "history: table " + settings.table());
    }

    /** Of a history that begins with the first run. */
    static HistoryReading none(HistorySettings settings) {
        return new HistoryReading(
                settings,
                Optional.of(notBegun(settings)),
                "history: none in table " + settings.table() + " yet, it begins with the first run");
    }

    /** As it is once a baseline has been honoured that is not recorded yet. */
    HistoryReading withBaseline(long version) {
        var begun = state.map(known -> known.withBaseline(version, settings.firstVersion()));
        return begun.equals(state)
                ? this
                : new HistoryReading(
                        settings, begun, line + "; BaselineVersion says that the data has version " + version);
    }

    static HistoryReading unreachable(HistorySettings settings, RuntimeException why) {
        return new HistoryReading(
                settings,
                Optional.empty(),
                "history: table " + settings.table() + " could not be read, so states are unknown: " + cause(why));
    }

    /** The SDK answers a missing region or missing credentials with a list of its own classes. */
    private static String cause(RuntimeException why) {
        var message = String.valueOf(why.getMessage()).lines().findFirst().orElse("");
        if (message.startsWith("Unable to load region")) {
            return "no region is configured. Name it: -Ddynamodb-migrations.region=<region>.";
        }
        if (message.startsWith("Unable to load credentials")) {
            return "no credentials are configured. Sign in, or name a profile: -Ddynamodb-migrations.profile=<profile>.";
        }
        return message;
    }

    private static HistoryState notBegun(HistorySettings settings) {
        var first = settings.firstVersion();
        var status = new CurrentStatus(CurrentStatus.Status.NOT_RUN, Optional.empty(), first);
        return new HistoryState(HistoryId.NONE, first, status, 0, List.of(), Map.of());
    }
}
