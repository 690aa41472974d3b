package io.github.dynamodbmigrations;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What becomes of an item. It always says what happens to the original; further items may be put beside an update or a
 * delete, all in one transaction.
 *
 * <p>{@code toString} shows no values.
 */
public sealed interface Change {
    /** Leaves the item as it is. */
    static Keep keep() {
        return Keep.INSTANCE;
    }

    /**
     * Gives the item a new content. Only the attributes that differ are written; its keys must stay.
     *
     * @param item the new content, made from the item with {@code with} and {@code without}
     * @return the change
     */
    static Update update(Item item) {
        return new Update(Objects.requireNonNull(item, "item"), List.of());
    }

    /**
     * Deletes the item. Needs {@link Writers}, since a delete cannot otherwise know that nothing was added meanwhile.
     *
     * @return the change
     */
    static Delete delete() {
        return new Delete(List.of());
    }

    /**
     * Leaves the item alone and reports it.
     *
     * @param reason why, kept in the history table; do not put item data into it
     * @return the change
     */
    static Reject reject(String reason) {
        return new Reject(Objects.requireNonNull(reason, "reason"));
    }

    /** The item stays as it is. */
    final class Keep implements Change {
        private static final Keep INSTANCE = new Keep();

        private Keep() {}

        @Override
        public String toString() {
            return "keep";
        }
    }

    /** The item gets a new content, and further items may be put. */
    final class Update implements Change {
        private final Item item;
        private final List<Item> puts;

        private Update(Item item, List<Item> puts) {
            this.item = item;
            this.puts = puts;
        }

        /**
         * Puts a further item of the same table, under a key at which there is none.
         *
         * @param further the item to put
         * @return the change with it
         */
        public Update put(Item further) {
            return new Update(item, plus(puts, further));
        }

        /** The new content. */
        public Item item() {
            return item;
        }

        /** The further items. */
        public List<Item> puts() {
            return puts;
        }

        @Override
        public String toString() {
            return "update" + withPuts(puts);
        }
    }

    /** The item is deleted, and further items may be put. */
    final class Delete implements Change {
        private final List<Item> puts;

        private Delete(List<Item> puts) {
            this.puts = puts;
        }

        /**
         * Puts a further item of the same table, under a key at which there is none: a move.
         *
         * @param further the item to put
         * @return the change with it
         */
        public Delete put(Item further) {
            return new Delete(plus(puts, further));
        }

        /** The further items. */
        public List<Item> puts() {
            return puts;
        }

        @Override
        public String toString() {
            return "delete" + withPuts(puts);
        }
    }

    /** The item is left alone and reported. */
    final class Reject implements Change {
        private final String reason;

        private Reject(String reason) {
            this.reason = reason;
        }

        /** Why. */
        public String reason() {
            return reason;
        }

        @Override
        public String toString() {
            return "reject";
        }
    }

    private static List<Item> plus(List<Item> puts, Item further) {
        var all = new ArrayList<>(puts);
        all.add(Objects.requireNonNull(further, "further"));
        return List.copyOf(all);
    }

    private static String withPuts(List<Item> puts) {
        return puts.isEmpty() ? "" : " and put " + puts.size();
    }
}
