package io.github.dynamodbmigrations.plan;

import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.HistoryId;
import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.history.KnownGuards;
import io.github.dynamodbmigrations.history.Undoing;
import io.github.dynamodbmigrations.plan.MigrationDefinition.DeclaredSource;
import io.github.dynamodbmigrations.plan.TableFacts.Throughput;
import io.github.dynamodbmigrations.scan.Filter;
import io.github.dynamodbmigrations.scan.Source;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes plans of runs from what migrations declare and what is there.
 *
 * @param history which history the runs belong to
 * @param settings where it is kept
 * @param historyArn the ARN of its table
 * @param parameters all values that were given
 * @param given capacity units that were given; 0 where none were
 * @param maxRejected how many rejected items still let a run succeed
 * @param workers how many may work at once
 * @param guards which guards their items may carry
 */
public record PlanAssembly(
        HistoryId history,
        HistorySettings settings,
        String historyArn,
        Map<String, String> parameters,
        Throughput given,
        long maxRejected,
        int workers,
        KnownGuards guards) {
    /** Copies the parameters. */
    public PlanAssembly {
        parameters = Map.copyOf(parameters);
    }

    /**
     * The plan of a run.
     *
     * @param migration what it applies
     * @param start what tells it from other runs
     * @param table the table; empty only for a task that names none
     * @return the plan
     * @throws io.github.dynamodbmigrations.MigrationException if the source's index does not exist, or the table has
     *     replicas and nothing says that one region is written in
     */
    public RunPlan assemble(MigrationDefinition migration, RunStart start, Optional<TableFacts> table) {
        table.ifPresent(facts -> refuseReplicas(migration, facts));
        table.map(TableFacts::identity)
                .ifPresent(identity -> LedgerPlace.require(
                        migration.guard(),
                        migration.name() + ", version " + migration.version(),
                        identity,
                        historyArn));
        var segments = table.map(facts -> SegmentCount.of(
                        migration.source(),
                        facts.sizeBytes(),
                        Capacity.of(migration, facts, given).writeUnits(),
                        workers))
                .orElse(1);
        return new RunPlan(
                migration.version(),
                start.rank(),
                start.undoing(),
                start.leftBy(),
                start.runId(),
                start.startedAt(),
                parametersOf(migration),
                table.map(TableFacts::identity),
                start.undoing().isPresent() ? new Source.Scan(Optional.empty(), Filter.NONE) : source(migration, table),
                segments,
                migration.guard(),
                history.guardAttribute(),
                migration.writers(),
                table.filter(facts -> facts.identity().arn().equals(historyArn))
                        .map(facts -> settings.partitionValue()),
                migration.checksums(),
                // An undo leaves no item as it is unless somebody says so.
                start.undoing().isPresent() ? 0 : maxRejected,
                guards);
    }

    /** Between regions the last writer wins and takes whole items, so that no condition protects what another one writes. */
    private static void refuseReplicas(MigrationDefinition migration, TableFacts table) {
        if (table.replicated() && migration.writers().region().isEmpty()) {
            throw FailureCode.REPLICAS_UNDECLARED.exception("table has replicas: " + migration.name() + ", version "
                    + migration.version() + ", table " + table.identity().arn()
                    + ". Another region's write may take the place of a whole item. Let all writers use one region meanwhile,"
                    + " and declare it with @Writers(region = \"...\").");
        }
    }

    private Map<String, String> parametersOf(MigrationDefinition migration) {
        return migration.parameters().stream()
                .filter(parameters::containsKey)
                .collect(Collectors.toUnmodifiableMap(name -> name, name -> parameters.getOrDefault(name, "")));
    }

    private static Source source(MigrationDefinition migration, Optional<TableFacts> table) {
        var declared = migration.source();
        var index = declared.index().map(name -> index(migration, declared, name, table));
        return declared.partitionKey()
                .<Source>map(key ->
                        new Source.Query(index, key, declared.partitionValue().orElseThrow(), declared.filter()))
                .orElseGet(() -> new Source.Scan(index, declared.filter()));
    }

    private static Source.Index index(
            MigrationDefinition migration, DeclaredSource declared, String name, Optional<TableFacts> table) {
        var indexes = table.map(TableFacts::indexes).orElse(Map.of());
        var keys = indexes.get(name);
        if (keys == null) {
            throw FailureCode.INDEX_NOT_FOUND.exception("index " + name + " of version " + migration.version()
                    + " does not exist: table " + migration.table().orElse("") + " has "
                    + (indexes.isEmpty()
                            ? "none"
                            : indexes.keySet().stream().sorted().toList())
                    + ". Create it, or correct index in @"
                    + (declared.partitionKey().isPresent() ? "Query" : "Scan") + ".");
        }
        return new Source.Index(name, keys);
    }

    /**
     * What tells a run from other runs.
     *
     * @param rank its rank
     * @param undoing what it undoes; empty for a run that applies its version
     * @param leftBy the last undo of its version, if it left items as they were
     * @param runId its id
     * @param startedAt when it first started
     */
    public record RunStart(
            long rank, Optional<Undoing> undoing, Optional<Long> leftBy, String runId, Instant startedAt) {
        /** Of a run that has been started before. */
        public static RunStart of(RunPlan frozen) {
            return new RunStart(frozen.rank(), frozen.undoing(), frozen.leftBy(), frozen.runId(), frozen.startedAt());
        }
    }
}
