package parcels.migrations;

import io.github.dynamodbmigrations.Grants;
import io.github.dynamodbmigrations.Migration;
import io.github.dynamodbmigrations.TaskContext;
import io.github.dynamodbmigrations.TaskMigration;
import java.util.Map;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Does to its table what a task may do, and reads another table, which a policy file grants. */
@Migration(version = 3, table = "Parcels", description = "Keep today's tariff beside the parcels")
@Grants(policyFile = "grants/tariffs.json")
public final class V0003_WriteTariffs implements TaskMigration {
    private static final Map<String, AttributeValue> KEY = Map.of("pk", AttributeValue.fromS("tariff"));

    @Override
    public void run(TaskContext context) throws Exception {
        var table = context.table().orElseThrow();
        var builder = DynamoDbClient.builder().region(Region.of(context.region()));
        context.endpoint().ifPresent(builder::endpointOverride);
        try (var client = builder.build()) {
            context.once("look", () -> {
                var keys = KeysAndAttributes.builder().keys(KEY).build();
                client.batchGetItem(request -> request.requestItems(Map.of("tariffs", keys)));
                client.describeTable(request -> request.tableName(table));
                if (client.scan(request -> request.tableName(table)).items().stream()
                        .anyMatch(it -> it.containsKey("lost"))) {
                    throw new IllegalStateException("a parcel is lost");
                }
                client.query(request -> request.tableName(table)
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS("tariff"))));
                client.getItem(request -> request.tableName(table).key(KEY));
            });
            context.once("write", () -> {
                client.putItem(request -> request.tableName(table).item(KEY));
                client.updateItem(request -> request.tableName(table)
                        .key(KEY)
                        .updateExpression("SET price = :price")
                        .expressionAttributeValues(Map.of(":price", AttributeValue.fromN("7"))));
            });
        }
    }
}
