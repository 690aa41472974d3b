package io.github.dynamodbmigrations.dynamo;

import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.scan.KeySchema;
import io.github.dynamodbmigrations.throttle.Pause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.Tag;

/**
 * The table that a history is kept in: created if it is absent, adopted as it is if it has the right keys, refused
 * otherwise. No one who deletes a stack deletes it.
 */
public final class HistoryTable {
    /** What stand-ins answer to what they do not know. */
    private static final Set<String> UNKNOWN = Set.of("UnknownOperationException", "UnsupportedOperationException");

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int MOST_POLLS = 120;

    private final DynamoDbClient client;
    private final HistorySettings settings;
    private final Pause pause;
    private final Requests requests;
    /** What this made, and could not protect at once, is not adopted when it is tried again. */
    private boolean isMade;

    /**
     * Makes one.
     *
     * @param client of the table's account and region
     * @param settings which table, with which keys
     * @param pause how to wait until it is active
     */
    public HistoryTable(DynamoDbClient client, HistorySettings settings, Pause pause) {
        this.client = client;
        this.settings = settings;
        this.pause = pause;
        this.requests = new Requests(client, pause);
    }

    /**
     * Looks for it and makes nothing.
     *
     * @return its ARN, if it exists
     * @throws io.github.dynamodbmigrations.MigrationException if it has other keys
     */
    public Optional<String> find() {
        var found = describe();
        found.ifPresent(this::requireKeys);
        return found.map(TableDescription::tableArn);
    }

    /**
     * Creates or adopts it. Doing so again changes nothing.
     *
     * @return its ARN
     * @throws io.github.dynamodbmigrations.MigrationException if it has other keys, or does not become active in time
     */
    public String ensure() {
        var found = describe();
        if (found.isPresent() && !isMade) {
            requireKeys(found.get());
            return awaitActive().tableArn();
        }
        if (found.isEmpty()) {
            create();
            isMade = true;
        }
        var table = awaitActive();
        requireKeys(table);
        optional(
                "UpdateContinuousBackups",
                () -> client.updateContinuousBackups(request -> request.tableName(settings.table())
                        .pointInTimeRecoverySpecification(recovery -> recovery.pointInTimeRecoveryEnabled(true))));
        optional(
                "UpdateTimeToLive",
                () -> client.updateTimeToLive(request -> request.tableName(settings.table())
                        .timeToLiveSpecification(ttl -> ttl.enabled(true).attributeName(HistoryItemCodec.EXPIRES_AT))));
        return table.tableArn();
    }

    private Optional<TableDescription> describe() {
        try {
            return Optional.of(make(
                            "DescribeTable", () -> client.describeTable(request -> request.tableName(settings.table())))
                    .table());
        } catch (ResourceNotFoundException absent) {
            return Optional.empty();
        }
    }

    private void create() {
        try {
            make(
                    "CreateTable",
                    () -> client.createTable(request -> request.tableName(settings.table())
                            .billingMode(BillingMode.PAY_PER_REQUEST)
                            .deletionProtectionEnabled(true)
                            .keySchema(
                                    key(settings.partitionKeyName(), KeyType.HASH),
                                    key(settings.sortKeyName(), KeyType.RANGE))
                            .attributeDefinitions(text(settings.partitionKeyName()), text(settings.sortKeyName()))
                            .tags(Tag.builder()
                                    .key("dynamodb-migrations")
                                    .value("history")
                                    .build())));
        } catch (ResourceInUseException quicker) {
            // Somebody else creates it at this moment: what comes of it is looked at like any other.
            return;
        }
    }

    private <T> T make(String action, Supplier<T> call) {
        return requests.make(action, settings.table(), call);
    }

    private TableDescription awaitActive() {
        for (var poll = 0; poll < MOST_POLLS; poll++) {
            var table = describe();
            if (table.filter(it -> it.tableStatus() == TableStatus.ACTIVE || it.tableStatus() == TableStatus.UPDATING)
                    .isPresent()) {
                return table.get();
            }
            pause.pause(POLL);
        }
        throw FailureCode.HISTORY_NOT_ACTIVE.exception("history table did not become active: " + settings.table()
                + ". Waited " + POLL.multipliedBy(MOST_POLLS).toSeconds() + " s. Run again.");
    }

    private void requireKeys(TableDescription table) {
        var wanted = new KeySchema(settings.partitionKeyName(), Optional.of(settings.sortKeyName()));
        var found = described(DynamoTables.keys(table.keySchema()), table.attributeDefinitions());
        var expected = described(wanted, List.of(text(settings.partitionKeyName()), text(settings.sortKeyName())));
        if (!found.equals(expected)) {
            throw FailureCode.HISTORY_KEYS.exception("history table has other keys: " + settings.table() + ". It has "
                    + found + ", a history needs " + expected
                    + ". Name another table with <historyTable>, or say what its keys are called with <partitionKeyName>"
                    + " and <sortKeyName>.");
        }
    }

    private static String described(KeySchema keys, List<AttributeDefinition> attributes) {
        var parts = new ArrayList<String>();
        for (var name : keys.names()) {
            var type = attributes.stream()
                    .filter(attribute -> attribute.attributeName().equals(name))
                    .map(AttributeDefinition::attributeTypeAsString)
                    .findFirst()
                    .orElse("?");
            parts.add(name + " (" + type + ")");
        }
        return String.join(", ", parts);
    }

    /** A stand-in may not know it: a history works without it. */
    private void optional(String action, Supplier<?> call) {
        try {
            make(action, call);
        } catch (SdkException thrown) {
            var isUnknown =
                    thrown instanceof DynamoDbException refused && UNKNOWN.contains(Refusals.errorCode(refused));
            // Somebody else who makes the table at this moment was quicker.
            var isDone = String.valueOf(thrown.getMessage()).contains("already enabled");
            if (!isUnknown && !isDone) {
                throw thrown;
            }
        }
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }
}
