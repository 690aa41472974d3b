package io.github.dynamodbmigrations.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.ItemMigration;
import io.github.dynamodbmigrations.throttle.TransientReason;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * DynamoDB refuses requests for want of capacity, in its own words and on the SDK's real path. Each is made again until it is
 * taken, however often that is; no item is lost, and a refusal is no try.
 */
@Execution(ExecutionMode.CONCURRENT)
final class ThrottledTest {
    private static final ItemMigration GREET = (item, run) -> Change.update(item.with("greeting", "hello"));
    private static final ItemMigration MOVE =
            (item, run) -> item.string("moved").isPresent()
                    ? Change.keep()
                    : Change.update(item.with("moved", "yes"))
                            .put(item.with("sk", "moved").with("moved", "yes"));

    /** More than the tries that an item has. */
    private static final int OFTEN = 12;

    private static final int ITEMS = 10;
    private static final String SERVICE = "com.amazonaws.dynamodb.v20120810#";

    private final RefusingHttpClient http = new RefusingHttpClient();

    /** Without the SDK's own tries, which only add up to a second each. */
    private final DynamoDbClient client = LocalDynamo.builder()
            .httpClient(http)
            .overrideConfiguration(override -> override.retryStrategy(retry -> retry.maxAttempts(1)))
            .build();

    @AfterEach
    void close() {
        client.close();
    }

    @ParameterizedTest
    @CsvSource({
        "ProvisionedThroughputExceededException, TableWriteProvisionedThroughputExceeded, TABLE",
        "ProvisionedThroughputExceededException, TableReadProvisionedThroughputExceeded, TABLE",
        "ProvisionedThroughputExceededException, IndexWriteProvisionedThroughputExceeded, TABLE",
        "ProvisionedThroughputExceededException, TableWriteKeyRangeThroughputExceeded, KEY_RANGE",
        "ProvisionedThroughputExceededException, TableReadKeyRangeThroughputExceeded, KEY_RANGE",
        "ProvisionedThroughputExceededException, IndexWriteKeyRangeThroughputExceeded, KEY_RANGE",
        "ThrottlingException, TableWriteMaxOnDemandThroughputExceeded, TABLE",
        "ThrottlingException, IndexReadMaxOnDemandThroughputExceeded, TABLE",
        "ThrottlingException, TableWriteAccountLimitExceeded, ACCOUNT",
        "ThrottlingException, IndexWriteAccountLimitExceeded, ACCOUNT",
        "RequestLimitExceeded, TableReadAccountLimitExceeded, ACCOUNT",
        "RequestLimitExceeded, , ACCOUNT",
        "ProvisionedThroughputExceededException, , TABLE",
        "ThrottlingException, , TABLE"
    })
    void aRefusedRequestIsMadeAgainUntilItIsTaken(String type, String reason, TransientReason meaning) {
        // The API's model writes the name in two ways.
        var name = type.equals("ThrottlingException") ? "throttlingReasons" : "ThrottlingReasons";
        var reasons = reason == null
                ? ""
                : ", \"" + name + "\": [{\"reason\": \"" + reason + "\", \"resource\": \"arn:aws:dynamodb\"}]";
        var run = new LocalRun(table());
        http.refuse(
                action -> action.equals("UpdateItem") || action.equals("Scan"),
                "{\"__type\": \"" + SERVICE + type + "\", \"message\": \"too much\"" + reasons + "}",
                OFTEN);
        var tally = run.migrate(GREET);
        assertEquals(ITEMS, tally.updated(), tally.toString());
        assertEquals(0, tally.deferred() + tally.rejected() + tally.conflicts(), tally.toString());
        assertTrue(http.refusals() >= ITEMS * OFTEN, "nothing was refused: " + http.refusals());
        assertEquals(Set.of(meaning), run.refusals);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ProvisionedThroughputExceeded", "ThrottlingError"})
    void aRefusedTransactionIsMadeAgainUntilItIsTaken(String code) {
        var table = table();
        var run = new LocalRun(table);
        http.refuse(
                "TransactWriteItems"::equals,
                "{\"__type\": \"" + SERVICE + "TransactionCanceledException\", \"Message\": \"cancelled\","
                        + " \"CancellationReasons\": [{\"Code\": \"None\"}, {\"Code\": \"" + code
                        + "\", \"Message\": \"too much\"}]}",
                OFTEN);
        var tally = run.migrate(MOVE);
        assertEquals(ITEMS, tally.updated(), tally.toString());
        assertEquals(ITEMS, tally.puts());
        assertEquals(2 * ITEMS, table.all().size());
        assertEquals(Set.of(TransientReason.TABLE), run.refusals);
    }

    private LocalTable table() {
        var table = LocalTable.create(client, "throttled");
        for (var id = 0; id < ITEMS; id++) {
            table.put(Integer.toString(id), Map.of("n", AttributeValue.fromN("1")));
        }
        return table;
    }
}
