package io.github.dynamodbmigrations.dynamo;

import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.TableIdentity;
import io.github.dynamodbmigrations.plan.TableFacts;
import io.github.dynamodbmigrations.plan.TableFacts.Throughput;
import io.github.dynamodbmigrations.plan.Tables;
import io.github.dynamodbmigrations.scan.KeySchema;
import io.github.dynamodbmigrations.throttle.Pause;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.MultiRegionConsistency;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Describes tables of DynamoDB. */
public final class DynamoTables implements Tables {
    private final Function<String, DynamoDbClient> clients;
    private final Pause pause;

    /**
     * Makes one.
     *
     * @param client of the tables' account and region
     * @param pause how to wait where the service refuses for a while
     */
    public DynamoTables(DynamoDbClient client, Pause pause) {
        this(logical -> client, pause);
    }

    /**
     * Makes one.
     *
     * @param clients of each logical table's account and region
     * @param pause how to wait where the service refuses for a while
     */
    DynamoTables(Function<String, DynamoDbClient> clients, Pause pause) {
        this.clients = clients;
        this.pause = pause;
    }

    @Override
    public TableFacts describe(String logical, String name) {
        try {
            var client = clients.apply(logical);
            var found = new Requests(client, pause)
                    .make("DescribeTable", name, () -> client.describeTable(of -> of.tableName(name)));
            return facts(logical, name, found.table());
        } catch (ResourceNotFoundException missing) {
            throw FailureCode.TABLE_NOT_FOUND.exception("table does not exist: " + logical + ". It is called " + name
                    + " here. Create it, or name the right one with -Ddynamodb-migrations.tables." + logical
                    + "=<name>.");
        }
    }

    private static TableFacts facts(String logical, String name, TableDescription table) {
        var indexes = new HashMap<String, KeySchema>();
        table.globalSecondaryIndexes().forEach(index -> indexes.put(index.indexName(), keys(index.keySchema())));
        table.localSecondaryIndexes().forEach(index -> indexes.put(index.indexName(), keys(index.keySchema())));
        return new TableFacts(
                new TableIdentity(logical, name, table.tableArn(), id(table), keys(table.keySchema())),
                indexes,
                indexKeyTypes(table, indexes),
                sizeOf(table.tableSizeBytes()),
                sizeOf(table.itemCount()),
                throughput(table),
                table.hasReplicas()
                        && !table.replicas().isEmpty()
                        && table.multiRegionConsistency() != MultiRegionConsistency.STRONG);
    }

    private static Optional<String> id(TableDescription table) {
        return Optional.ofNullable(table.tableId())
                .or(() -> Optional.ofNullable(table.creationDateTime()).map(TableIdentity::created));
    }

    static KeySchema keys(List<KeySchemaElement> schema) {
        return new KeySchema(name(schema, KeyType.HASH).orElseThrow(), name(schema, KeyType.RANGE));
    }

    private static Optional<String> name(List<KeySchemaElement> schema, KeyType type) {
        return schema.stream()
                .filter(element -> element.keyType() == type)
                .map(KeySchemaElement::attributeName)
                .findFirst();
    }

    private static Map<String, AttributeValue.Type> indexKeyTypes(
            TableDescription table, Map<String, KeySchema> indexes) {
        var types = new HashMap<String, AttributeValue.Type>();
        for (var attribute : table.attributeDefinitions()) {
            if (indexes.values().stream().anyMatch(keys -> keys.names().contains(attribute.attributeName()))) {
                types.put(attribute.attributeName(), AttributeValue.Type.valueOf(attribute.attributeTypeAsString()));
            }
        }
        return types;
    }

    /** Provisioned, else warm, which the service says also of a table on demand; a stand-in may say neither, or both. */
    private static Optional<Throughput> throughput(TableDescription table) {
        var provisioned = Optional.ofNullable(table.provisionedThroughput())
                .filter(units -> !isOnDemand(table))
                .filter(units -> sizeOf(units.writeCapacityUnits()) > 0)
                .map(units -> new Throughput(units.readCapacityUnits(), units.writeCapacityUnits()));
        return provisioned.or(() -> Optional.ofNullable(table.warmThroughput())
                .filter(warm -> sizeOf(warm.writeUnitsPerSecond()) > 0 && sizeOf(warm.readUnitsPerSecond()) > 0)
                .map(warm -> new Throughput(warm.readUnitsPerSecond(), warm.writeUnitsPerSecond())));
    }

    private static boolean isOnDemand(TableDescription table) {
        return table.billingModeSummary() != null
                && table.billingModeSummary().billingMode() == BillingMode.PAY_PER_REQUEST;
    }

    private static long sizeOf(@Nullable Long known) {
        return known == null ? 0 : known;
    }
}
