package io.github.dynamodbmigrations.plan;

import io.github.dynamodbmigrations.RunContext;
import io.github.dynamodbmigrations.history.Checksums;
import io.github.dynamodbmigrations.history.Direction;
import io.github.dynamodbmigrations.history.KnownGuards;
import io.github.dynamodbmigrations.history.TableIdentity;
import io.github.dynamodbmigrations.history.Undoing;
import io.github.dynamodbmigrations.scan.Source;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that shapes the result of a run, frozen for its rank when it first starts: resumes, sweeps and verify passes
 * use it and nothing else.
 *
 * @param version the migration's version
 * @param rank the application of the version that this is (protocols, P1)
 * @param undoing what it undoes; empty for a run that applies its version
 * @param leftBy the last undo of the version, if it left items as they were: they are not to be changed a second time
 * @param runId identifies the run over all its resumes
 * @param startedAt when it first started
 * @param parameters values given to the migration
 * @param table the table; empty only for a task
 * @param source what feeds it
 * @param totalSegments into how many segments the table is divided
 * @param guard how applications are remembered
 * @param guardAttribute the guard attribute of this history, hidden in every mode
 * @param writers what is known of the application's writers
 * @param excludedPartitions the partition of the history, if it lies in this table
 * @param checksums of the code
 * @param maxRejected how many rejected items still let the run succeed
 * @param guards which guards it may meet in items
 */
public record RunPlan(
        long version,
        long rank,
        Optional<Undoing> undoing,
        Optional<Long> leftBy,
        String runId,
        Instant startedAt,
        Map<String, String> parameters,
        Optional<TableIdentity> table,
        Source source,
        int totalSegments,
        GuardMode guard,
        String guardAttribute,
        WriterFacts writers,
        Optional<String> excludedPartitions,
        Checksums checksums,
        long maxRejected,
        KnownGuards guards) {
    /** Copies the parameters. */
    public RunPlan {
        parameters = Map.copyOf(parameters);
    }

    /** Which function it applies. */
    public Direction direction() {
        return Direction.of(undoing);
    }

    /** The context that the migration sees. */
    public RunContext context() {
        return RunContext.of(runId, undoing.map(Undoing::reaches).orElse(version), startedAt, parameters);
    }

    /** This plan for code that counts as the code that it was made for. */
    public RunPlan withChecksums(Checksums code) {
        return with(table, totalSegments, code);
    }

    /** This plan of the table that has taken the place of the former. */
    public RunPlan withTable(Optional<TableIdentity> now) {
        return with(now, totalSegments, checksums);
    }

    /** This plan over other segments. */
    RunPlan withSegments(int segments) {
        return with(table, segments, checksums);
    }

    private RunPlan with(Optional<TableIdentity> newTable, int segments, Checksums code) {
        return new RunPlan(
                version,
                rank,
                undoing,
                leftBy,
                runId,
                startedAt,
                parameters,
                newTable,
                source,
                segments,
                guard,
                guardAttribute,
                writers,
                excludedPartitions,
                code,
                maxRejected,
                guards);
    }
}
