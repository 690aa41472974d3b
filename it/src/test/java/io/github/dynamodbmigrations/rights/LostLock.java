package io.github.dynamodbmigrations.rights;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.deployed.Cloud;
import io.github.dynamodbmigrations.dynamo.DynamoConnection;
import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.history.Owner;
import io.github.dynamodbmigrations.trigger.ResourceRequest;
import io.github.dynamodbmigrations.trigger.Trigger;
import io.github.dynamodbmigrations.trigger.TriggerId;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

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
        with(historyId, connection -> {
            var settings = HistorySettings.of(table);
            connection.historyTable(settings).ensure();
            Parcels.empty(Cloud.dynamo(), table, "pk", "sk");
            connection.ports(settings).history().open();
            take(connection, settings, execution);
        });
    }

    /** One that is gone holds the lock of a history that goes on. */
    static void again(String table) {
        var id = Cloud.history(table).id().value();
        with(id, connection -> take(connection, HistorySettings.of(table), LOST + id + "-lost"));
    }

    /** That execution was started by a deployment of a version, and has done nothing. */
    static void started(String table, long version) {
        var id = Cloud.history(table).id().value();
        var create = new ResourceRequest(ResourceRequest.Type.CREATE, "lost", "http://lost", "lost", "Trigger", "");
        var trigger = TriggerId.of(version, create);
        var none = Optional.<String>empty();
        with(id, connection -> {
            var store = connection.triggers(HistorySettings.of(table));
            store.remember(new Trigger(trigger, create, true, none, none, none, false, false));
            store.follow(trigger, LOST + id + "-lost", none);
        });
    }

    private static void take(DynamoConnection connection, HistorySettings settings, String execution) {
        var lock = connection.ports(settings).lock();
        var taken = lock.take(lock.read(), Owner.workflow(execution), Duration.ofMinutes(1), Duration.ofMinutes(15));
        assertTrue(taken.isPresent(), "somebody else holds the lock of " + settings.table());
    }

    private static void with(String historyId, Consumer<DynamoConnection> work) {
        var target = new DynamoConnection.Target(
                Cloud.REGION,
                Optional.of(Cloud.endpoint()),
                Optional.of(new DynamoConnection.Credentials(Cloud.CREDENTIAL, Cloud.CREDENTIAL)),
                Duration.ofSeconds(30));
        try (var connection = DynamoConnection.open(target, Clock.systemUTC(), pause -> {}, () -> historyId)) {
            work.accept(connection);
        }
    }
}
