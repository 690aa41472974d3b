package io.github.dynamodbmigrations.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.history.HistoryId;
import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.history.KnownGuards;
import io.github.dynamodbmigrations.history.Undoing;
import io.github.dynamodbmigrations.plan.MigrationDefinition.DeclaredSource;
import io.github.dynamodbmigrations.plan.PlanAssembly.RunStart;
import io.github.dynamodbmigrations.plan.TableFacts.Throughput;
import io.github.dynamodbmigrations.scan.Filter;
import io.github.dynamodbmigrations.scan.KeySchema;
import io.github.dynamodbmigrations.scan.Source;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class PlanAssemblyTest {
    private static final Filter OPEN =
            new Filter("state = :open", Map.of(), Map.of(":open", AttributeValue.fromS("O")));
    private static final KeySchema BY_DATE = new KeySchema("date", Optional.of("pk"));

    @Test
    void freezesWhatTellsTheRunFromOthers() {
        var plan = assemble(Known.EVERYTHING, Optional.empty(), Map.of());
        assertEquals(4, plan.rank());
        assertEquals("run-4", plan.runId());
        assertEquals(Instant.EPOCH, plan.startedAt());
        assertEquals("_dm_00000001", plan.guardAttribute());
        assertEquals(Known.CODE, plan.checksums());
    }

    @Test
    void passesOnlyTheParametersThatTheMigrationDeclares() {
        assertEquals(
                Map.of("rate", "2"),
                assemble(Known.EVERYTHING, Optional.empty(), Map.of()).parameters());
    }

    @Test
    void takesAnIndexWithTheKeysThatItHas() {
        var declared = source(Optional.of("byDate"), Optional.empty());
        assertEquals(
                new Source.Scan(Optional.of(new Source.Index("byDate", BY_DATE)), OPEN),
                assemble(declared, Optional.empty(), Map.of("byDate", BY_DATE)).source());
    }

    @Test
    void queriesOnePartition() {
        var declared = source(Optional.empty(), Optional.of("pk"));
        assertEquals(
                new Source.Query(Optional.empty(), "pk", AttributeValue.fromS("A"), OPEN),
                assemble(declared, Optional.empty(), Map.of()).source());
    }

    @Test
    void namesTheIndexesThatThereAre() {
        var declared = source(Optional.of("byName"), Optional.empty());
        var thrown = assertThrows(
                MigrationException.class, () -> assemble(declared, Optional.empty(), Map.of("byDate", BY_DATE)));
        assertEquals(
                "DM314 index byName of version 3 does not exist: table Things has [byDate]."
                        + " Create it, or correct index in @Scan.",
                thrown.getMessage());
    }

    @Test
    void undoesWithoutTheFilter() {
        assertEquals(
                new Source.Scan(Optional.empty(), Filter.NONE),
                assemble(source(Optional.empty(), Optional.empty()), Optional.of(new Undoing(3, 0)), Map.of())
                        .source());
    }

    @Test
    void leavesOutTheHistoryThatLiesInTheTable() {
        var migration = Known.migration(3);
        var table = Optional.of(Known.table(0, Map.of()));
        var start = new RunStart(4, Optional.empty(), Optional.empty(), "run-4", Instant.EPOCH);
        assertEquals(
                Optional.of("_migration"),
                assembly("arn:things").assemble(migration, start, table).excludedPartitions());
        assertEquals(
                Optional.empty(),
                assembly("arn:other").assemble(migration, start, table).excludedPartitions());
    }

    @ParameterizedTest
    @CsvSource({
        "0,            0,      1, 0,  1",
        "1073741824,   0,      1, 0,  1",
        "1073741825,   0,      1, 0,  2",
        "21474836480,  0,      4, 0,  20",
        "0,            500,    1, 0,  2",
        "0,            2000,   4, 0,  8",
        "0,            40000,  4, 0,  160",
        "0,            0,      4, 0,  4",
        "0,            9000000,4, 0,  10000",
        "21474836480,  2000,   4, 3,  3"
    })
    void dividesTheTableBySizeRateAndWorkers(long bytes, double writeUnits, int workers, int declared, int expected) {
        var source = new DeclaredSource(Optional.empty(), Optional.empty(), Optional.empty(), Filter.NONE, declared);
        assertEquals(expected, SegmentCount.of(source, bytes, writeUnits, workers));
    }

    @Test
    void usesHalfOfWhatTheTableTakesUnlessSomethingElseIsSaid() {
        var table = Known.table(0, Map.of());
        assertEquals(new Throughput(6_000, 2_000), Capacity.of(Known.migration(3), table, new Throughput(0, 0)));
        assertEquals(new Throughput(7, 2_000), Capacity.of(Known.migration(3), table, new Throughput(7, 0)));
    }

    @Test
    void refusesReplicasUnlessOneRegionIsDeclared() {
        var plain = Known.table(0, Map.of());
        var replicated = new TableFacts(plain.identity(), Map.of(), Map.of(), 0, 0, Optional.empty(), true);
        var start = new RunStart(4, Optional.empty(), Optional.empty(), "run-4", Instant.EPOCH);
        var thrown = assertThrows(
                MigrationException.class,
                () -> assembly("arn:history").assemble(Known.migration(3), start, Optional.of(replicated)));
        assertEquals("DM315", thrown.code());
        assembly("arn:history").assemble(Known.migration(3), start, Optional.of(plain));
        var declared = new WriterFacts(Optional.empty(), List.of(), false, false, Optional.of("eu-west-1"));
        assembly("arn:history").assemble(Known.migration(3, declared), start, Optional.of(replicated));
    }

    private static RunPlan assemble(DeclaredSource source, Optional<Undoing> undoing, Map<String, KeySchema> indexes) {
        return assembly("arn:history")
                .assemble(
                        Known.migration(3, source, Known.CODE, List.of("rate", "unset")),
                        new RunStart(4, undoing, Optional.empty(), "run-4", Instant.EPOCH),
                        Optional.of(Known.table(0, indexes)));
    }

    private static PlanAssembly assembly(String historyArn) {
        return new PlanAssembly(
                new HistoryId("00000001"),
                HistorySettings.of("history"),
                historyArn,
                Map.of("rate", "2", "other", "3"),
                new Throughput(0, 0),
                0,
                1,
                KnownGuards.OWN);
    }

    private static DeclaredSource source(Optional<String> index, Optional<String> partitionKey) {
        return new DeclaredSource(index, partitionKey, partitionKey.map(key -> AttributeValue.fromS("A")), OPEN, 0);
    }
}
