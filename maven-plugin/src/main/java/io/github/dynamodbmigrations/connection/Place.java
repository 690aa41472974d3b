package io.github.dynamodbmigrations.connection;

import io.github.dynamodbmigrations.history.Arn;
import io.github.dynamodbmigrations.history.Binding;
import io.github.dynamodbmigrations.history.HistoryState;
import io.github.dynamodbmigrations.history.TableIdentity;
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
 */
public record Place(
        Connection connection,
        Optional<String> historyArn,
        Optional<HistoryState> history,
        List<TableIdentity> tables,
        Set<String> ofHistory) {
    private static final String UNKNOWN = "unknown";

    /** Copies the list and the set. */
    public Place {
        tables = List.copyOf(tables);
        ofHistory = Set.copyOf(ofHistory);
    }

    /**
     * Looks at it, and changes nothing. A table that nobody names is the one of the history.
     *
     * @param connection where
     * @param logical the logical names of the tables that matter
     * @param clock what time it is
     * @throws io.github.dynamodbmigrations.MigrationException if a table does not exist, nobody can know which one is meant,
     *     or AWS refuses
     */
    public static Place find(Connection connection, Collection<String> logical, Clock clock) {
        try (var open = connection.open(clock, Pause.NEVER, () -> UNKNOWN)) {
            var ports = open.ports(connection.history());
            var historyArn = open.historyTable(connection.history()).find();
            var history = historyArn.map(there -> ports.history().read());
            var bindings = history.map(HistoryState::bindings).orElse(Map.of());
            var names = new TreeSet<>(logical);
            var ofHistory = new UnnamedTables(ports.tables(), historyArn, bindings).names(connection.unnamed(names));
            var named = connection.naming(ofHistory);
            var tables = names.stream()
                    .map(name ->
                            ports.tables().describe(name, named.table(name)).identity())
                    .toList();
            return new Place(named, historyArn, history, tables, ofHistory.keySet());
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
        lines.add("history is "
                + historyArn.orElse("table " + connection.history().table() + ", which is not there yet"));
        return lines;
    }

    private String bound(TableIdentity table) {
        var binding = history.map(HistoryState::bindings).map(all -> all.get(table.logical()));
        return binding.map(known -> known.equals(Binding.of(table))
                        ? ", the one of this history"
                        : ", NOT the one of this history: " + known.arn())
                .orElse(", new to this history");
    }
}
