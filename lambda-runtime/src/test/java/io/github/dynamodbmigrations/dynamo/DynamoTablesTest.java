package io.github.dynamodbmigrations.dynamo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dynamodbmigrations.plan.TableFacts.Throughput;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

final class DynamoTablesTest {
    @Test
    void aProvisionedTableTakesWhatItIsProvisionedFor() {
        assertEquals(Optional.of(new Throughput(20, 5)), throughput(table(BillingMode.PROVISIONED)));
    }

    @Test
    void aTableOnDemandTakesWhatItIsWarmForWhateverElseIsSaidOfIt() {
        assertEquals(Optional.empty(), throughput(table(BillingMode.PAY_PER_REQUEST)));
        assertEquals(
                Optional.of(new Throughput(12_000, 4_000)),
                throughput(table(BillingMode.PAY_PER_REQUEST)
                        .warmThroughput(warm -> warm.readUnitsPerSecond(12_000L).writeUnitsPerSecond(4_000L))));
    }

    private static TableDescription.Builder table(BillingMode mode) {
        return TableDescription.builder()
                .tableArn("arn:aws:dynamodb:eu-west-1:123456789012:table/orders")
                .keySchema(KeySchemaElement.builder()
                        .attributeName("id")
                        .keyType(KeyType.HASH)
                        .build())
                .billingModeSummary(billing -> billing.billingMode(mode))
                .provisionedThroughput(units -> units.readCapacityUnits(20L).writeCapacityUnits(5L));
    }

    private static Optional<Throughput> throughput(TableDescription.Builder table) {
        var client = new DynamoDbClient() {
            @Override
            public DescribeTableResponse describeTable(DescribeTableRequest request) {
                return DescribeTableResponse.builder().table(table.build()).build();
            }

            @Override
            public String serviceName() {
                return SERVICE_NAME;
            }

            @Override
            public void close() {}
        };
        return new DynamoTables(client, pause -> {})
                .describe("Orders", "orders")
                .throughput();
    }
}
