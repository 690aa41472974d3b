package io.github.dynamodbmigrations.plan;

import io.github.dynamodbmigrations.OnChange;
import io.github.dynamodbmigrations.checkpoint.Tally;
import io.github.dynamodbmigrations.history.Attempt;
import io.github.dynamodbmigrations.history.Cause;
import io.github.dynamodbmigrations.history.Checksums;
import io.github.dynamodbmigrations.history.CurrentStatus;
import io.github.dynamodbmigrations.history.Direction;
import io.github.dynamodbmigrations.history.HistoryId;
import io.github.dynamodbmigrations.history.HistoryState;
import io.github.dynamodbmigrations.history.Owner;
import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.history.RunState;
import io.github.dynamodbmigrations.history.TableIdentity;
import io.github.dynamodbmigrations.history.Undoing;
import io.github.dynamodbmigrations.plan.MigrationDefinition.DeclaredSource;
import io.github.dynamodbmigrations.plan.MigrationDefinition.Kind;
import io.github.dynamodbmigrations.scan.Filter;
import io.github.dynamodbmigrations.scan.KeySchema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Histories, migrations and tables for tests. */
public final class Known {
    public static final Checksums CODE = new Checksums("v1:own", "v1:reached");
    public static final DeclaredSource EVERYTHING =
            new DeclaredSource(Optional.empty(), Optional.empty(), Optional.empty(), Filter.NONE, 0);

    private static final Instant STARTED = Instant.parse("2026-11-24T10:00:00Z");

    private Known() {}

    public static MigrationDefinition migration(long version) {
        return migration(version, CODE);
    }

    public static MigrationDefinition migration(long version, Checksums checksums) {
        return migration(version, EVERYTHING, checksums, List.of());
    }

    public static MigrationDefinition migration(long version, WriterFacts writers) {
        return migration(version, EVERYTHING, CODE, List.of(), writers);
    }

    public static MigrationDefinition migration(
            long version, DeclaredSource source, Checksums checksums, List<String> parameters) {
        return migration(version, source, checksums, parameters, WriterFacts.UNKNOWN);
    }

    private static MigrationDefinition migration(
            long version, DeclaredSource source, Checksums checksums, List<String> parameters, WriterFacts writers) {
        return new MigrationDefinition(
                version,
                Known.class,
                Kind.ITEM,
                Optional.of("Things"),
                "",
                source,
                GuardMode.NONE,
                writers,
                0,
                0,
                50,
                parameters,
                OnChange.STOP,
                checksums);
    }

    public static Run run(long version, long rank, RunState state) {
        return run(version, rank, state, Direction.UP, true);
    }

    public static Run run(long version, long rank, RunState state, Direction direction, boolean wrote) {
        var failed = state == RunState.FAILED || state == RunState.INTERRUPTED;
        return new Run(
                version,
                rank,
                direction == Direction.DOWN ? Optional.of(new Undoing(rank - 1, version - 1)) : Optional.empty(),
                state,
                "run-" + rank,
                STARTED,
                state == RunState.RUNNING ? Optional.empty() : Optional.of(STARTED.plusSeconds(60)),
                List.of(new Attempt(STARTED, "uuid-" + rank, Owner.direct("ada@laptop"))),
                CODE,
                failed ? Optional.of(new Cause("DM414", "DM414 too many rejected.")) : Optional.empty(),
                Tally.ZERO,
                wrote,
                1);
    }

    public static HistoryState history(long baseline, Run... runs) {
        var lastRank = List.of(runs).stream().mapToLong(Run::rank).max().orElse(0);
        return new HistoryState(
                new HistoryId("00000001"),
                baseline,
                new CurrentStatus(CurrentStatus.Status.NOT_RUN, Optional.empty(), baseline),
                lastRank,
                List.of(runs),
                Map.of());
    }

    public static TableFacts table(long sizeBytes, Map<String, KeySchema> indexes) {
        var keys = new KeySchema("pk", Optional.empty());
        return new TableFacts(
                new TableIdentity("Things", "things", "arn:things", Optional.of("id-1"), keys),
                indexes,
                Map.of(),
                sizeBytes,
                0,
                Optional.empty(),
                false);
    }
}
