package io.github.dynamodbmigrations.report;

import io.github.dynamodbmigrations.checkpoint.Tally;
import io.github.dynamodbmigrations.history.Attempt;
import io.github.dynamodbmigrations.history.Cause;
import io.github.dynamodbmigrations.history.Checksums;
import io.github.dynamodbmigrations.history.CurrentStatus;
import io.github.dynamodbmigrations.history.HistoryId;
import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.history.HistoryState;
import io.github.dynamodbmigrations.history.Owner;
import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.history.RunState;
import io.github.dynamodbmigrations.model.MigrationModel;
import io.github.dynamodbmigrations.plan.PlannerSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/** A project with migrations 1 to 3 on one table, and histories of it. */
final class Shop {
    static final HistorySettings SETTINGS = HistorySettings.of("shop-migrations");
    static final PlannerSettings PLANNER = new PlannerSettings(Optional.empty(), 0, false, false, true);
    private static final Instant START = Instant.parse("2026-11-22T01:00:00.5Z");

    private Shop() {}

    static List<FoundMigration> migrations() {
        return LongStream.rangeClosed(1, 3).mapToObj(Shop::migration).toList();
    }

    static FoundMigration migration(long version) {
        return new FoundMigration(new MigrationModel(
                version,
                "shop.V000" + version + "_Change",
                MigrationModel.Kind.ITEM,
                Optional.of("Shop"),
                "Change " + version,
                Optional.empty(),
                MigrationModel.Guard.NONE,
                new MigrationModel.Writers("", List.of(), false, false, ""),
                new MigrationModel.Throttle(0, 0, 50),
                new MigrationModel.Uses(false, false),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                "STOP",
                "v1:own" + version,
                "v1:reached" + version));
    }

    static Run run(long version, RunState state, Optional<String> cause, String ownChecksum) {
        return new Run(
                version,
                version,
                Optional.empty(),
                state,
                "run-" + version,
                START,
                Optional.of(START.plusSeconds(79)),
                List.of(new Attempt(START, "uuid", Owner.direct("ada@laptop/1"))),
                new Checksums(ownChecksum, "v1:reached" + version),
                cause.map(message -> new Cause("DM414", message)),
                new Tally(22_000, 20_796, 1_204, 0, 0, 0, 0, 0, 0, 0),
                true,
                2);
    }

    static Run succeeded(long version) {
        return run(version, RunState.SUCCEEDED, Optional.empty(), "v1:own" + version);
    }

    static HistoryReading history(Run... runs) {
        var status = new CurrentStatus(CurrentStatus.Status.SUCCEEDED, Optional.empty(), runs.length);
        return HistoryReading.of(
                SETTINGS, new HistoryState(new HistoryId("0123abcd"), 0, status, runs.length, List.of(runs), Map.of()));
    }
}
