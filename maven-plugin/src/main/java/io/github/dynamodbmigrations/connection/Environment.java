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
        var tables = new HashMap<String, String>();
        parameters.forEach((name, value) -> {
            if (name.endsWith(TABLE) && !name.equals(HISTORY_TABLE) && !value.isBlank()) {
                tables.put(name.substring(0, name.length() - TABLE.length()), value);
            }
        });
        return tables;
    }
}
