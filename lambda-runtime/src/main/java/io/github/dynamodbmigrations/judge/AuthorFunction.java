package io.github.dynamodbmigrations.judge;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.ItemMigration;
import io.github.dynamodbmigrations.Reversible;
import io.github.dynamodbmigrations.RunContext;
import io.github.dynamodbmigrations.history.Direction;

/** The author's function of a run, up or down. */
interface AuthorFunction {
    /** Applies it. */
    Change apply(Item item);

    /**
     * The function that a run applies.
     *
     * @param migration the author's object
     * @param direction which of its functions
     * @param context what it sees of the run
     * @return the function
     */
    static AuthorFunction of(ItemMigration migration, Direction direction, RunContext context) {
        if (direction == Direction.UP) {
            return item -> migration.migrate(item, context);
        }
        if (migration instanceof Reversible reversible) {
            return item -> reversible.reverse(item, context);
        }
        throw new IllegalArgumentException("a migration without reverse cannot be undone");
    }
}
