package io.github.dynamodbmigrations;

/** A migration that can be undone. */
public interface Reversible extends ItemMigration {
    /**
     * Says what becomes of an item when this migration is undone: the opposite of {@link #migrate}, under the same rules.
     * It sees every item of the table, since the filter of {@code migrate} need not hold for what it wrote.
     *
     * @param item the item as it is stored, immutable
     * @param run what is known of the run that undoes
     * @return what becomes of it
     */
    Change reverse(Item item, RunContext run);
}
