package io.github.dynamodbmigrations.contract;

import static io.github.dynamodbmigrations.contract.VersionsStage.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.integration.LocalCredentials;
import io.github.dynamodbmigrations.integration.LocalDynamo;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Tables that seed 2 has filled, and tables that are kept as it allows. */
@ExtendWith(LocalCredentials.class)
@Execution(ExecutionMode.CONCURRENT)
final class AdoptedHistoryTest {
    private static final String MACHINE = "arn:aws:states:eu-west-1:123456789012:stateMachine:Migration";
    private static final Map<String, AttributeValue> METADATA = Map.of(
            "date", AttributeValue.fromS("2023-09-01T15:24:12.666Z"),
            "startedAt", AttributeValue.fromS("2023-09-01T15:24:12.225Z"),
            "stateMachineId", AttributeValue.fromS(MACHINE));

    private static Map<String, AttributeValue> item(String sort, String status, long version) {
        return Map.of(
                "pk", AttributeValue.fromS("_migration"),
                "sk", AttributeValue.fromS(sort),
                "status", AttributeValue.fromS(status),
                "previousVersion", AttributeValue.fromN("8"),
                "version", AttributeValue.fromN(Long.toString(version)),
                "metadata", AttributeValue.fromM(METADATA));
    }

    /** A table as seed 2 leaves it: versions 9 and 10 have run, and 10 sorts before 9. */
    private static VersionsStage filled() {
        var stage = new VersionsStage();
        stage.put(item("CURRENT_STATUS", "SUCCEEDED", 9));
        stage.put(item("VERSION_9#2023-09-01T15:24:12.225Z#c6fe0617-f713-49a6-a52e-89f9e3ca6efa", "SUCCEEDED", 9));
        stage.put(item("VERSION_10#2023-09-02T15:24:12.225Z#d6fe0617-f713-49a6-a52e-89f9e3ca6efa", "FAILED", 10));
        return stage;
    }

    @Test
    void aTableThatSeedTwoFilledIsAdoptedAtItsVersion() {
        var stage = filled().ofMigrations();

        assertEquals("Succeeded", stage.run(Map.of()));

        assertEquals(List.of("10"), stage.started());
        assertEquals("SUCCEEDED 10", stage.current());
        assertEquals("9", text(stage.query("CURRENT_STATUS").get(0), "previousVersion"));
        assertEquals(2, stage.query("VERSION_10#").size());
        assertEquals(9, stage.deployed.ports.history().read().baseline());
    }

    @Test
    void whatSeedTwoDidAfterTheFirstLookCountsToo() {
        var stage = filled().ofMigrations();
        stage.put(item("CURRENT_STATUS", "SUCCEEDED", 2));
        assertEquals(2, stage.deployed.ports.history().open().baseline());
        stage.put(item("CURRENT_STATUS", "SUCCEEDED", 9));

        assertEquals("Succeeded", stage.run(Map.of()));

        assertEquals(List.of("10"), stage.started());
        stage.put(item("CURRENT_STATUS", "SUCCEEDED", 1));
        assertEquals(9, stage.deployed.ports.history().read().baseline(), "moved after our first run");
    }

    @Test
    void aTableThatSeedTwoLeftFailedIsNotMigratedBeforeSomebodySaysWhatItHas() {
        var stage = filled().ofMigrations();
        stage.put(item("CURRENT_STATUS", "FAILED", 9));

        for (var attempt = 1; attempt <= 2; attempt++) {
            assertEquals("Migration Failed", stage.run(Map.of()));
        }
        assertEquals(List.of(), stage.started());
        assertEquals(
                List.of("DM224", "DM224"),
                stage.query("VERSION_").stream()
                        .filter(item -> item.containsKey("errorCode"))
                        .map(item -> text(item, "errorCode"))
                        .toList());

        stage.deployed.ports.history().baseline(9);
        assertEquals("Succeeded", stage.run(Map.of()));
        assertEquals(List.of("10"), stage.started());
    }

    @Test
    void whatOurOwnFunctionFailedWithKeepsNobodyFromGoingOn() {
        var stage = filled().ofMigrations();
        assertEquals("Migration Failed", stage.run(Map.of("targetVersion", "x")));
        assertEquals("FAILED 9", stage.current());

        assertEquals("Succeeded", stage.run(Map.of()));
    }

    @Test
    void whatRanBeforeTheAdoptionIsNotUndone() {
        var stage = filled().ofMigrations();
        stage.run(Map.of());

        assertEquals("Migration Failed", stage.run(Map.of("targetVersion", 8)));
        assertEquals("DM217", text(stage.query("VERSION_8#").get(0), "errorCode"));
        assertEquals("Succeeded", stage.run(Map.of("targetVersion", 9)));
        assertEquals("SUCCEEDED 9", stage.current());
    }

    @Test
    void aFunctionGoesOnWhereSeedTwoHasStopped() {
        var stage = filled().ofRunner();
        stage.runner = call -> Map.of("status", "SUCCEEDED", "targetVersion", 11);

        assertEquals("Succeeded", stage.run(Map.of()));

        assertEquals(List.of(Map.of("currentVersion", 9L, "parameters", Map.of())), stage.calls);
        assertEquals("SUCCEEDED 11", stage.current());
    }

    @Test
    void dataThatNothingWasDoneToIsAtTheFirstVersion() {
        var stage = new VersionsStage(usual -> new HistorySettings(usual.table(), "pk", "sk", "_migration", 8))
                .ofMigrations();

        assertEquals("Migration Failed", stage.run(Map.of("targetVersion", "x")));
        assertEquals("FAILED 8", stage.current());
        assertEquals("Succeeded", stage.run(Map.of()));

        assertEquals(List.of("9", "10"), stage.started());
        assertEquals("8", text(stage.query("VERSION_9#").get(0), "previousVersion"));
    }

    @Test
    void keysAndPartitionHaveTheNamesThatAreConfigured() {
        var stage = new VersionsStage(usual -> new HistorySettings(usual.table(), "hash", "range", "versions", 0))
                .ofMigrations();

        assertEquals("Succeeded", stage.run(Map.of("targetVersion", 1)));

        assertEquals("SUCCEEDED 1", stage.current());
        assertEquals("versions", text(stage.query("VERSION_1#").get(0), "hash"));
    }

    @Test
    void aPartitionThatOnlyBeginsLikeTheHistorysIsMigrated() {
        var stage = new VersionsStage(usual -> new HistorySettings(usual.table(), "pk", "sk", "CUSTOMER", 0), true)
                .ofMigrations();
        stage.deployed.put("CUSTOMERS-1", Map.of());

        assertEquals("Succeeded", stage.run(Map.of()));

        try (var client = LocalDynamo.client()) {
            var migrated = client.scan(scan -> scan.tableName(stage.deployed.table)).items().stream()
                    .filter(item -> item.containsKey("channel"))
                    .map(item -> text(item, "pk"))
                    .toList();
            assertEquals(List.of("CUSTOMERS-1"), migrated);
        }
    }

    @Test
    void aHistoryInsideTheDataTableIsNeverMigrated() {
        var stage = new VersionsStage(usual -> usual, true).ofMigrations();
        stage.deployed.putOrders(3);

        assertEquals("Succeeded", stage.run(Map.of()));
        assertEquals("Succeeded", stage.run(Map.of("targetVersion", 2)));
        assertEquals("Succeeded", stage.run(Map.of()));

        var runs = stage.deployed.ports.history().read().runs();
        assertEquals(
                List.of(3L, 3L, 3L, 3L),
                runs.subList(4, 8).stream().map(run -> run.tally().scanned()).toList());
        for (var item : stage.all()) {
            assertEquals(false, item.containsKey("channel") || item.containsKey("points"), item::toString);
        }
    }
}
