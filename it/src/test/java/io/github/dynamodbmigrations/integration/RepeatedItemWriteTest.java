package io.github.dynamodbmigrations.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.ItemMigration;
import io.github.dynamodbmigrations.plan.GuardMode;
import io.github.dynamodbmigrations.plan.WriterFacts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The acknowledgement of a write is lost, and the SDK repeats the request: whatever the write, it happens once. */
@Execution(ExecutionMode.CONCURRENT)
final class RepeatedItemWriteTest {
    private static final ItemMigration ADD = (item, run) ->
            Change.update(item.with("n", item.number("n").orElseThrow().add(BigDecimal.TEN)));
    private static final WriterFacts FACTS =
            new WriterFacts(Optional.of("v"), List.of(), false, true, Optional.empty());

    private final AtomicBoolean migrating = new AtomicBoolean();
    private final LossyHttpClient http =
            new LossyHttpClient(UrlConnectionHttpClient.create(), target -> migrating.get());
    private final DynamoDbClient client = LocalDynamo.builder().httpClient(http).build();
    private LocalTable table;
    private LocalRun run;

    @BeforeEach
    void oneItem() {
        table = LocalTable.create(client, "lost-answers");
        table.put("1", Map.of("n", AttributeValue.fromN("1")));
        run = new LocalRun(table);
        run.beforeFirstWrite = () -> migrating.set(true);
    }

    @AfterEach
    void oneAnswerWasLost() {
        assertTrue(http.hasLost(), "nothing was lost, so that nothing was tried");
        client.close();
    }

    @Test
    void anUpdateThatSettlesIsFoundDone() {
        assertEquals(
                1,
                run.migrate((item, context) -> Change.update(item.with("done", true)))
                        .kept());
        assertEquals(2, table.get("1").size());
    }

    @Test
    void anUpdateUnderTheItemGuardIsFoundReplayed() {
        run.guard = GuardMode.ITEM;
        assertEquals(1, run.migrate(ADD).replayed());
        assertEquals("11", table.text("1", "n"));
    }

    @Test
    void anUpdateUnderTheLedgerIsRecognisedByItsToken() {
        run.guard = GuardMode.LEDGER;
        run.writers = FACTS;
        run.excludedPartitions = Optional.of("_migration");
        assertEquals(1, run.migrate(ADD).updated());
        assertEquals("11", table.text("1", "n"));
    }

    @Test
    void aDeleteIsFoundVanished() {
        run.writers = FACTS;
        assertEquals(1, run.migrate((item, context) -> Change.delete()).vanished());
        assertEquals(List.of(), table.all());
    }

    @Test
    void aMoveIsRecognisedByItsToken() {
        ItemMigration move = (item, context) -> item.has("n")
                ? item.has("moved")
                        ? Change.keep()
                        : Change.update(item.with("moved", true))
                                .put(item.with("pk", "2").with("moved", true))
                : Change.keep();
        assertEquals(1, run.migrate(move).puts());
        assertEquals(2, table.all().size());
        assertEquals(0, run.verify(move, 2).residual());
    }
}
