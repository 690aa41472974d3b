package io.github.dynamodbmigrations.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.history.Amendment;
import io.github.dynamodbmigrations.history.HistoryState;
import io.github.dynamodbmigrations.history.RunKey;
import io.github.dynamodbmigrations.history.RunState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InfoTest {
    private static final String FAILURE = "DM414 21 items rejected, 20 allowed. Correct them, or raise <maxRejected>.";

    @Test
    void showsStatesCausesDriftAndTheNextEmitFrom() {
        var info = Info.of(
                Shop.PLANNER,
                Shop.migrations(),
                Shop.history(
                        Shop.run(1, RunState.SUCCEEDED, Optional.empty(), "v1:older"),
                        Shop.succeeded(2),
                        Shop.run(3, RunState.FAILED, Optional.of(FAILURE), "v1:own3")));
        assertEquals("""
                history: table shop-migrations
                Version  Migration     Table  State    Started               Duration   Items  Description
                      1  V0001_Change  Shop   Success  2026-11-22T01:00:00Z  1m19s     22,000  Change 1
                      2  V0002_Change  Shop   Success  2026-11-22T01:00:00Z  1m19s     22,000  Change 2
                      3  V0003_Change  Shop   Failed   2026-11-22T01:00:00Z  1m19s     22,000  Change 3
                version 1 changed after it was applied: its class
                version 3 did not succeed: DM414 21 items rejected, 20 allowed. Correct them, or raise <maxRejected>.
                emitFrom could be 3: all below it has been applied here. Set it once that holds wherever you deploy.""", String.join("\n", info.text()));
    }

    @Test
    void showsWhatItHasWithoutAHistory() {
        var unread = HistoryReading.unreachable(
                Shop.SETTINGS, new IllegalStateException("Unable to load credentials\nfrom anywhere"));
        var info = Info.of(Shop.PLANNER, Shop.migrations().subList(0, 1), unread);
        assertEquals("""
                history: table shop-migrations could not be read, so states are unknown: no credentials are configured. Sign in, or name a profile: -Ddynamodb-migrations.profile=<profile>.
                Version  Migration     Table  State    Started  Duration  Items  Description
                      1  V0001_Change  Shop   Unknown                            Change 1""", String.join("\n", info.text()));
    }

    @Test
    void asksForARegionInsteadOfListingWhereNoneWasFound() {
        var unread = HistoryReading.unreachable(
                Shop.SETTINGS, new IllegalStateException("Unable to load region from any of the providers: [...]"));
        assertEquals(
                "history: table shop-migrations could not be read, so states are unknown: no region is configured. Name it:"
                        + " -Ddynamodb-migrations.region=<region>.",
                unread.line());
    }

    @Test
    void showsWhatWasNotVerified() {
        var read = Shop.history(Shop.succeeded(1)).state().orElseThrow();
        var word = new Amendment(
                1, Instant.EPOCH, "ada", "the table is huge", new Amendment.Unverified(new RunKey(1, 1), 2));
        var amended = new HistoryState(read.id(), 0, read.status(), 1, read.runs(), read.bindings(), List.of(word));
        var info = Info.of(Shop.PLANNER, Shop.migrations(), HistoryReading.of(Shop.SETTINGS, amended));
        assertTrue(
                info.text().stream()
                        .anyMatch(line ->
                                line.startsWith("version 1 was NOT VERIFIED, by the word of ada: the table is huge.")),
                info.text().toString());
        assertTrue(info.json().contains("\"verified\" : false"), info.json());
        assertFalse(Info.of(Shop.PLANNER, Shop.migrations(), Shop.history(Shop.succeeded(1)))
                .json()
                .contains("verified"));
    }

    @Test
    void honoursTheBaselineOfAHistoryThatHasNotBegun() {
        var reading = HistoryReading.none(Shop.SETTINGS).withBaseline(2);
        var info = Info.of(Shop.PLANNER, Shop.migrations(), reading);
        assertEquals(
                List.of("Below Baseline", "Ignored (Baseline)", "Pending"),
                info.versions().stream().map(version -> version.state().text()).toList());
        assertEquals(
                "history: none in table shop-migrations yet, it begins with the first run; BaselineVersion says that the"
                        + " data has version 2",
                reading.line());
        var begun = Shop.history(Shop.succeeded(1));
        assertEquals(begun, begun.withBaseline(2));
    }

    @Test
    void isPendingBeforeTheFirstRun() {
        var info = Info.of(Shop.PLANNER, Shop.migrations().subList(0, 1), HistoryReading.none(Shop.SETTINGS));
        assertEquals(
                "history: none in table shop-migrations yet, it begins with the first run",
                info.text().get(0));
        assertEquals("Pending", info.versions().get(0).state().text());
    }

    @Test
    void tellsProgramsTheSame() {
        var info = Info.of(Shop.PLANNER, Shop.migrations().subList(0, 1), Shop.history(Shop.succeeded(1)));
        assertEquals("""
                {
                  "historyTable" : "shop-migrations",
                  "historyRead" : true,
                  "historyLine" : "history: table shop-migrations",
                  "versions" : [ {
                    "version" : 1,
                    "migration" : "V0001_Change",
                    "table" : "Shop",
                    "description" : "Change 1",
                    "state" : "Success",
                    "runId" : "run-1",
                    "startedAt" : "2026-11-22T01:00:00.500Z",
                    "endedAt" : "2026-11-22T01:01:19.500Z",
                    "seconds" : 79,
                    "scanned" : 22000,
                    "updated" : 1204,
                    "deleted" : 0,
                    "rejected" : 0
                  } ]
                }""", info.json());
    }
}
