package io.github.dynamodbmigrations.rights;

import io.github.dynamodbmigrations.deployed.Cloud;
import io.github.dynamodbmigrations.history.CurrentStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

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
        return switch (path) {
            case Installation.CORE -> core();
            case Installation.VERSIONS -> versions();
            default -> child(path);
        };
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
        return path.equals(Installation.VERSIONS) ? failingVersions() : failingChild(path);
    }

    /** It fails, although a lost execution of a version machine that is gone holds the lock: for a function, it seems. */
    private Story failingChild(String path) {
        parcels.reset();
        parcels.lose();
        LostLock.over(historyTable, historyId, LostLock.OF_VERSIONS);
        return Story.deploy(installation, path, baseline(path));
    }

    /** A version runs, and its trigger goes; the story tells of the going. */
    Story going(String path) {
        return child(path).departing(installation, path, baseline(path));
    }

    /**
     * The version machine goes through all versions, records that it was given no version, and calls a function although a lost
     * execution of its own holds the lock. That function is no runner, which is recorded.
     */
    private Story versions() {
        parcels.reset();
        beginHistory();
        var registered = registering(Map.of());
        if (!registered.succeeded()) {
            return registered;
        }
        var through = Cloud.execute(machine(), "{}");
        if (!Cloud.status(through).equals("SUCCEEDED")) {
            return new Story(registered.stack(), false, reasons(through));
        }
        var nowhere = Cloud.execute(machine(), "{\"targetVersion\": \"nine\"}");
        if (!isFailureRecorded()) {
            return new Story(registered.stack(), false, reasons(nowhere));
        }
        LostLock.over(historyTable, historyId, machine().replace(":stateMachine:", ":execution:") + ":lost");
        var runner = Map.of("RunnerFunction", installation.resource(Installation.CORE, "HistoryFunction"));
        var other = registering(runner);
        if (!other.succeeded()) {
            return other;
        }
        var called = Cloud.execute(machine(), "{}");
        return new Story(other.stack(), isFailureRecorded() && isAnswered(called), reasons(called));
    }

    private Story failingVersions() {
        parcels.reset();
        parcels.lose();
        beginHistory();
        var registered = registering(Map.of());
        return registered.succeeded()
                ? new Story(registered.stack(), false, reasons(Cloud.execute(machine(), "{}")))
                : registered;
    }

    private Story registering(Map<String, String> parameters) {
        return Story.deploy(installation, Installation.VERSIONS, parameters);
    }

    private String machine() {
        return installation.resource(Installation.VERSIONS, "StateMachine");
    }

    private boolean isFailureRecorded() {
        return Cloud.history(historyTable).status().status() == CurrentStatus.Status.FAILED;
    }

    private boolean isAnswered(String execution) {
        return reasons(execution).stream().anyMatch(reason -> reason.contains("DM34"));
    }

    /** What the history says, and what the states of an execution have ended with. */
    private List<String> reasons(String execution) {
        var reasons = new ArrayList<String>();
        parcels.client().scanPaginator(request -> request.tableName(historyTable)).items().stream()
                .map(item -> item.get("errorMessage"))
                .filter(Objects::nonNull)
                .forEach(message -> reasons.add(message.s()));
        try (var client = Cloud.workflows()) {
            client.getExecutionHistoryPaginator(request -> request.executionArn(execution)).events().stream()
                    .map(HistoryEvent::taskFailedEventDetails)
                    .filter(Objects::nonNull)
                    .forEach(failed -> reasons.add(failed.cause()));
        }
        return reasons;
    }

    private Map<String, String> baseline(String path) {
        var metadata = Tree.map(Tree.map(Tree.at(installation.templates(), path), "Metadata"), "DynamoDbMigration");
        return Map.of("BaselineVersion", Long.toString(((Number) Tree.at(metadata, "Version")).longValue() - 1));
    }

    private void beginHistory() {
        LostLock.over(historyTable, historyId);
    }
}
