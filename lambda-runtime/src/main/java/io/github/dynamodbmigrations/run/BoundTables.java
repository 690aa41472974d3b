package io.github.dynamodbmigrations.run;

import io.github.dynamodbmigrations.engine.EnginePorts;
import io.github.dynamodbmigrations.history.HistoryState;
import io.github.dynamodbmigrations.plan.TableFacts;
import java.util.Map;

/**
 * Whether logical tables stand for the tables that a history describes.
 *
 * @param ports what it talks to
 */
public record BoundTables(EnginePorts ports) {
    /**
     * Stops if a logical table stands for another table than the one that this history describes, also where nothing is
     * pending: a table that was never migrated would count as migrated. A table that is gone needs nothing more.
     *
     * @param state what the history says
     * @param tables names or ARNs by logical table
     * @throws io.github.dynamodbmigrations.MigrationException if a table was exchanged
     */
    public void require(HistoryState state, Map<String, String> tables) {
        tables.forEach((logical, name) -> {
            if (state.bindings().containsKey(logical)) {
                ports.tables().find(logical, name).map(TableFacts::identity).ifPresent(state::requireBound);
            }
        });
    }
}
