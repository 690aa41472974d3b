package io.github.dynamodbmigrations.operate;

import io.github.dynamodbmigrations.history.Amendment;
import io.github.dynamodbmigrations.history.Amendment.Act;
import io.github.dynamodbmigrations.history.Binding;
import io.github.dynamodbmigrations.history.HistoryState;
import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.history.TableIdentity;
import io.github.dynamodbmigrations.plan.PackagedMigration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What there is now, to be compared with what a history says.
 *
 * @param migrations the migrations that the code has
 * @param tables the tables that their logical names stand for
 * @param emitFrom versions below it are left out of the code on purpose
 */
public record Present(List<? extends PackagedMigration> migrations, List<TableIdentity> tables, long emitFrom) {
    /** Copies the lists. */
    public Present {
        migrations = List.copyOf(migrations);
        tables = List.copyOf(tables);
    }

    /** Applied versions whose code is another one now. */
    Stream<Act> realignments(HistoryState state) {
        return applied(state)
                .flatMap(run -> find(run.version())
                        .filter(migration -> !migration.checksums().equals(run.checksums()))
                        .map(migration -> new Amendment.Realigned(run.key(), run.checksums(), migration.checksums()))
                        .stream());
    }

    /** Applied versions that the code lacks. */
    Stream<Act> missing(HistoryState state) {
        return applied(state)
                .map(Run::version)
                .filter(version -> version >= emitFrom && find(version).isEmpty() && !state.mayBeMissing(version))
                .map(Amendment.Accepted::new);
    }

    /** Logical names that stand for other tables now. */
    Stream<Amendment.Rebound> exchanged(HistoryState state) {
        return tables.stream()
                .flatMap(table -> Optional.ofNullable(state.bindings().get(table.logical()))
                        .filter(bound -> !bound.isOf(table))
                        .map(bound -> new Amendment.Rebound(bound, Binding.of(table)))
                        .stream());
    }

    private static Stream<Run> applied(HistoryState state) {
        return state.runs().stream()
                .map(Run::version)
                .distinct()
                .filter(version -> version > state.baseline() && state.isApplied(version))
                .flatMap(version -> state.latest(version).stream());
    }

    private Optional<? extends PackagedMigration> find(long version) {
        return PackagedMigration.find(migrations, version);
    }
}
