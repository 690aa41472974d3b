package io.github.dynamodbmigrations.rights;

import io.github.dynamodbmigrations.deployed.Cloud;
import io.github.dynamodbmigrations.dynamo.DynamoConnection;
import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.history.Owner;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** A history that has just begun, and whose lock an execution of a deleted stack still holds. */
final class LostLock {
    /** An execution of a version machine, whose name is its user's. */
    static final String OF_VERSIONS = "arn:aws:states:us-east-1:000000000000:execution:dm-versions-gone:by-hand";

    private static final String LOST = "arn:aws:states:us-east-1:000000000000:execution:dm-0-gone:dm-";

    private LostLock() {}

    /** Makes it, in a table that may hold an older one. */
    static void over(String table, String historyId) {
        over(table, historyId, LOST + historyId + "-lost");
    }

    /** The same with another execution. */
    static void over(String table, String historyId, String execution) {
        var target = new DynamoConnection.Target(
                Cloud.REGION,
                Optional.of(Cloud.endpoint()),
                Optional.of(new DynamoConnection.Credentials(Cloud.CREDENTIAL, Cloud.CREDENTIAL)),
                Duration.ofSeconds(30));
        try (var connection = DynamoConnection.open(target, Clock.systemUTC(), pause -> {}, () -> historyId)) {
            var settings = HistorySettings.of(table);
            connection.historyTable(settings).ensure();
            Parcels.empty(Cloud.dynamo(), table, "pk", "sk");
            var ports = connection.ports(settings);
            ports.history().open();
            var lost = Owner.workflow(execution);
            ports.lock().take(ports.lock().read(), lost, Duration.ofMinutes(1), Duration.ofMinutes(15));
        }
    }
}
