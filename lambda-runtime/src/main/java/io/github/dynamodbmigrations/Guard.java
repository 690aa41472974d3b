package io.github.dynamodbmigrations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How the engine remembers, item by item, that a migration has been applied. Needed only for a migration that does not
 * settle, that is, whose second application would change the item again (such as adding to a number).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Guard {
    /** Where the mark of the applied migration is kept. */
    Mode value();

    /** Where the mark of the applied migration is kept. */
    enum Mode {
        /**
         * A hidden number in the item itself, set by the same write. Sound if every writer of the table updates items, so
         * that attributes which it does not know stay. A put of what was read in full is no update: it may bring back what
         * was there before.
         */
        ITEM,
        /**
         * A marker in the history table, written in one transaction with the item. Sound for writers that put whole items
         * conditionally on {@link Writers#versionAttribute()}, which is required. Costs twice the write units.
         */
        LEDGER
    }
}
