package io.github.dynamodbmigrations;

/**
 * A migration that looks at one item at a time.
 *
 * <p>{@link #migrate} is a pure function: the same item and context give the same change, and it calls no clock, no
 * random source and no service. By default it must also <em>settle</em>: migrating what it returned changes nothing more.
 * The engine checks both before it writes. A function that cannot settle declares a {@link Guard}.
 */
public interface ItemMigration {
    /**
     * Says what becomes of an item. It may be called several times for the same item, and again for a newer image of it
     * when the application wrote in between; only one result is applied.
     *
     * @param item the item as it is stored, immutable
     * @param run what is known of the run, the same for every item and after every resume
     * @return what becomes of it
     */
    Change migrate(Item item, RunContext run);
}
