package io.github.dynamodbmigrations.plan;

/** How an item's migration is remembered (protocols, P1). */
public enum GuardMode {
    /** Not at all: the migration settles, so that a second application changes nothing. */
    NONE,
    /** The rank in a hidden attribute of the item. */
    ITEM,
    /** A marker in the history table, in the same transaction. */
    LEDGER
}
