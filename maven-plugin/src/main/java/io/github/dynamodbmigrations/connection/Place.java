package io.github.dynamodbmigrations.connection;

import io.github.dynamodbmigrations.history.Arn;
import io.github.dynamodbmigrations.history.Binding;
import io.github.dynamodbmigrations.history.HistoryState;
import io.github.dynamodbmigrations.history.TableIdentity;
import io.github.dynamodbmigrations.plan.TableFacts;
import io.github.dynamodbmigrations.throttle.Pause;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a goal is about to work on, as the service describes it.
 *
 * @param connection how it was reached, with the names of all tables that are called otherwise than their logical names
 * @param historyArn the ARN of the history's table, once that exists
 * @param history what the history knows; empty if it has no table yet
 * @param tables the tables of the migrations, by their logical names in order
 * @param ofHistory the logical names of those that only the history names
 * @param gone further ones that the history knows, and that nobody names
 */
public record Place(
        Connection connection,
        Optional<String> historyArn,
        Optional<HistoryState> history,
        List<TableIdentity> tables,
        Set<String> ofHistory,
        List<Binding> gone) {
    private static final String UNKNOWN = "unknown";

    /** Copies the lists and the set. */
    public Place {
        tables = List.copyOf(tables);
        ofHistory = Set.copyOf(ofHistory);
        gone = List.copyOf(gone);
    }

    /**
     * Looks at it, and changes nothing. A table that nobody names is the one of the history.
     *
     * @param connection where
     * @param logical the logical names of the tables that matter
     * @param clock what time it is
     * @throws io.github.dynamodbmigrations.MigrationException if a table does not exist that the history does not know,
     *     nobody can know which one is meant, or AWS refuses
     * @throws io.github.dynamodbmigrations.problem.ProblemException if only an export says what a table is called
     */
    public static Place find(Connection connection, Collection<String> logical, Clock clock) {
        try (var open = connection.open(clock, Pause.NEVER, () -> UNKNOWN)) {
            var ports = open.ports(connection.history());
            var historyArn = open.historyTable(connection.history()).find();
            var history = historyArn.map(there -> ports.history().read());
            var bindings = history.map(HistoryState::bindings).orElse(Map.of());
            var names = new TreeSet<>(logical);
            var ofHistory = new UnnamedTables(ports.tables(), historyArn, bindings)
                    .names(names.stream()
                            .filter(name -> !connection.names(name))
                            .toList());
            var named = connection.naming(ofHistory, bindings.keySet());
            var found = new ArrayList<TableIdentity>();
            var gone = new ArrayList<Binding>();
            for (var name : names) {
                // Whether a table that once was migrated is still needed, the engine knows.
                var known = Optional.ofNullable(bindings.get(name)).filter(bound -> !connection.names(name));
                known.map(bound -> ports.tables().find(name, named.table(name)))
                        .orElseGet(() -> Optional.of(ports.tables().describe(name, named.table(name))))
                        .map(TableFacts::identity)
                        .ifPresentOrElse(found::add, () -> known.ifPresent(gone::add));
            }
            return new Place(named, historyArn, history, found, ofHistory.keySet(), gone);
        }
    }

    /** The account that it belongs to; several are named with commas between them. */
    public String account() {
        var accounts = new TreeSet<String>();
        Stream.concat(tables.stream().map(TableIdentity::arn), historyArn.stream())
                .forEach(arn -> Arn.of(arn).account().ifPresent(accounts::add));
        return accounts.isEmpty() ? UNKNOWN : String.join(",", accounts);
    }

    /** What of it is named to users in one line: the tables, and the history's. */
    public String shown() {
        var names = new ArrayList<>(tables.stream().map(TableIdentity::name).toList());
        names.add(connection.history().table());
        return "account " + account() + ", region " + connection.knownRegion() + ", "
                + (names.size() == 1 ? "table " : "tables ") + String.join(", ", names);
    }

    /** What of it users should see before anything starts. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("account " + account() + ", region " + connection.knownRegion()
                + connection.endpoint().map(uri -> ", endpoint " + uri).orElse(""));
        tables.forEach(table -> lines.add("table " + table.logical() + " is " + table.arn() + bound(table)
                + (ofHistory.contains(table.logical()) ? ", taken since none was named" : "")));
        gone.forEach(table -> lines.add("table " + table.logical() + " was " + table.text()
                + ", which does not exist any more; if another took its place, name it with"
                + " -Ddynamodb-migrations.tables." + table.logical() + "=<name>"));
        lines.add("history is "
                + historyArn.orElse("table " + connection.history().table() + ", which is not there yet"));
        return lines;
    }

    private String bound(TableIdentity table) {
        var binding = history.map(HistoryState::bindings).map(all -> all.get(table.logical()));
        return binding.map(known -> known.isOf(table)
                        ? ", the one of this history"
                        : ", NOT the one of this history: " + known.text())
                .orElse(", new to this history");
    }
}
