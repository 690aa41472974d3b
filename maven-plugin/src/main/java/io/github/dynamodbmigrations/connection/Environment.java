package io.github.dynamodbmigrations.connection;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An environment, as the project's {@code samconfig.toml} describes it to {@code sam deploy}.
 *
 * @param region its region
 * @param profile its profile of the AWS configuration files
 * @param stackName the name of its stack
 * @param parameters what it gives to the stack's parameters
 */
public record Environment(
        Optional<String> region, Optional<String> profile, Optional<String> stackName, Map<String, String> parameters) {
    /** Of which nothing is known. */
    public static final Environment NONE =
            new Environment(Optional.empty(), Optional.empty(), Optional.empty(), Map.of());

    private static final String TABLE = "Table";
    private static final String TABLE_ROLE = "TableRole";
    private static final String HISTORY_TABLE = "HistoryTable";

    /** Copies the map. */
    public Environment {
        parameters = Map.copyOf(parameters);
    }

    /** What it gives to a parameter. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isBlank());
    }

    /** The name of the history's table. */
    public Optional<String> historyTable() {
        return parameter(HISTORY_TABLE);
    }

    /** Names or ARNs by logical table: {@code CustomersTable} gives that of {@code Customers}. */
    public Map<String, String> tables() {
        var tables = endingWith(TABLE);
        tables.remove(HISTORY_TABLE.substring(0, HISTORY_TABLE.length() - TABLE.length()));
        return tables;
    }

    /** The same, after what was given. */
    public Map<String, String> tables(Map<String, String> given) {
        return over(tables(), given);
    }

    /** Roles by logical table: {@code CustomersTableRole} gives that of {@code Customers}. */
    public Map<String, String> tableRoles() {
        return endingWith(TABLE_ROLE);
    }

    /** The same, after what was given. */
    public Map<String, String> tableRoles(Map<String, String> given) {
        return over(tableRoles(), given);
    }

    private static Map<String, String> over(Map<String, String> known, Map<String, String> given) {
        var all = new HashMap<>(known);
        all.putAll(given);
        return all;
    }

    private Map<String, String> endingWith(String end) {
        var found = new HashMap<String, String>();
        parameters.forEach((name, value) -> {
            if (name.endsWith(end) && !value.isBlank()) {
                found.put(name.substring(0, name.length() - end.length()), value);
            }
        });
        return found;
    }
}
