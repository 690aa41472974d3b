package io.github.dynamodbmigrations.rights;

import io.github.dynamodbmigrations.deployed.Cloud;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/**
 * What happens in a deployment, as often as wanted: each time the table, and the history, are as if it were the first.
 *
 * @param installation what was deployed
 * @param parcels the table
 * @param historyTable its history
 * @param historyId the history's id, which roles name
 */
record Stories(Installation installation, Parcels parcels, String historyTable, String historyId) {
    /** What all goes well in. */
    Story of(String path) {
        return path.equals(Installation.CORE) ? core() : child(path);
    }

    /** The story that needs a right. */
    Story needing(Right right) {
        return right.action().equals("states:StopExecution") ? going(right.template()) : of(right.template());
    }

    /** The history table is made. */
    private Story core() {
        try {
            parcels.client()
                    .updateTable(request -> request.tableName(historyTable).deletionProtectionEnabled(false));
            parcels.client().deleteTable(request -> request.tableName(historyTable));
        } catch (ResourceNotFoundException gone) {
            // An earlier story did not come to make it.
            return Story.deploy(installation, Installation.CORE, Map.of());
        }
        return Story.deploy(installation, Installation.CORE, Map.of());
    }

    /** A version runs, although a lost execution of another stack holds the lock. */
    private Story child(String path) {
        parcels.reset();
        beginHistory();
        return Story.deploy(installation, path, baseline(path));
    }

    /** The same where every migration fails. */
    Story failing(String path) {
        parcels.reset();
        parcels.lose();
        beginHistory();
        return Story.deploy(installation, path, baseline(path));
    }

    /** A version runs, and its trigger goes; the story tells of the going. */
    Story going(String path) {
        return child(path).departing(installation, path, baseline(path));
    }

    /** The version machine learns what it may start. */
    Story registering() {
        parcels.reset();
        beginHistory();
        return Story.deploy(installation, Installation.VERSIONS, Map.of());
    }

    /** It learns of a function that migrates, although a lost execution of its own holds the lock. */
    Story registering(String runner) {
        LostLock.over(historyTable, historyId, machine().replace(":stateMachine:", ":execution:") + ":lost");
        return Story.deploy(installation, Installation.VERSIONS, Map.of("RunnerFunction", runner));
    }

    /** An execution of the version machine: how it ends. */
    String stepping(String input) {
        return Cloud.execute(machine(), input);
    }

    private String machine() {
        return installation.resource(Installation.VERSIONS, "StateMachine");
    }

    private Map<String, String> baseline(String path) {
        var metadata = Tree.map(Tree.map(Tree.at(installation.templates(), path), "Metadata"), "DynamoDbMigration");
        return Map.of("BaselineVersion", Long.toString(((Number) Tree.at(metadata, "Version")).longValue() - 1));
    }

    private void beginHistory() {
        LostLock.over(historyTable, historyId);
    }
}
