package io.github.dynamodbmigrations.diff;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Why an item was left alone. Kept with the rejected item; stable, and written in lower case with hyphens. */
public enum RejectCode {
    /** The migration returned {@code Change.reject}. Its reason is kept; correct the item or the migration. */
    REJECTED_BY_MIGRATION("the migration rejected the item"),
    /** The migration threw. The exception's class is kept, never its message; handle the case in the migration. */
    MIGRATE_THREW("the migration threw an exception"),
    /** The migration read an attribute as a type that it is not of. Read it with {@code get()}, or reject. */
    WRONG_TYPE("an attribute is of another type than the migration read it as"),
    /** The migration returned null. Return {@code Change.keep()} instead. */
    RETURNED_NULL("the migration returned null; return Change.keep()"),
    /** An update changes a key attribute. Put the item under its new key, and update or delete the original. */
    KEY_CHANGED("a key attribute changed; put() the item under its new key, and update or delete the original"),
    /** An update or put sets an attribute that is the engine's: its guard, or the declared version attribute. */
    ENGINE_ATTRIBUTE("an attribute that the engine writes was changed; leave it as it is"),
    /** The declared version attribute is not a number. Correct the item, or the declaration in {@code @Writers}. */
    VERSION_ATTRIBUTE("the version attribute is not a number"),
    /** A put has no valid key: one of its attributes is missing, empty, too long or of another type. */
    PUT_KEY("a put has a key attribute that is missing, empty, too long or of another type"),
    /** A put would land among the history's own items. Choose another key. */
    PUT_INTO_HISTORY("a put would land among the history's own items"),
    /** Two items of one change have the same key. Put each key once, and not the original's. */
    PUT_TWICE("two items of one change have the same key"),
    /** A change has more puts than one transaction can hold. Put fewer. */
    TOO_MANY_PUTS("more puts than one transaction can hold"),
    /** An item exists where the change puts one. Remove or merge it, or put under another key. */
    TARGET_EXISTS("an item exists where the change puts one"),
    /** The item would be larger than 409,600 bytes. Make it smaller. */
    TOO_LARGE("the item would be larger than 409,600 bytes"),
    /** All items of one change together are larger than 4 MB. Put fewer or smaller ones. */
    TRANSACTION_TOO_LARGE("the items of one change are together larger than 4 MB"),
    /** A number has more than 38 digits, or is out of DynamoDB's range, or is no number. Round it. */
    NUMBER("a number has more than 38 digits, is out of range or is no number"),
    /** A set is empty, which DynamoDB does not store. Leave the attribute out. */
    EMPTY_SET("a set is empty; leave the attribute out"),
    /** A set holds the same element twice. Give each once. */
    DUPLICATE_IN_SET("a set holds the same element twice"),
    /** A value has no type, or its name is empty. Give it one. */
    VALUE("a value has no type or no name"),
    /** A document is nested deeper than 32 levels. Flatten it. */
    TOO_DEEP("a document is nested deeper than 32 levels"),
    /** An index's key attribute is empty, too long or of another type than the index wants. */
    INDEX_KEY("an index's key attribute is empty, too long or of another type"),
    /** More attributes are to be compared or set than one expression can hold. Declare a version attribute. */
    EXPRESSION_TOO_LARGE("more attributes are compared or set than an expression can hold"),
    /** The items of one partition with its local indexes would be larger than 10 GB. */
    COLLECTION_TOO_LARGE("the item collection would be larger than 10 GB"),
    /** The item's guard attribute is not a number, so that something else wrote it. Remove it from the item. */
    GUARD("the guard attribute is not a number"),
    /** A later version, or its undo, has written the item: whether this version had changed it is not known any more. */
    TOUCHED_LATER("a later version or its undo has written the item"),
    /** The last undo of this version left the item as it was, so that this version is still applied to it. */
    NOT_UNDONE("the last undo of this version left the item as it was: it still has what this version applied"),
    /** DynamoDB refused the item for another reason than those that the engine knows. */
    REFUSED_BY_SERVICE("DynamoDB refused the item"),
    /** Whether the migration has been applied is not known: the item was inserted, or lost its guard. */
    UNPROVEN("inserted after the first pass, or its guard was removed; see updateOnly in @Writers");

    private static final Set<RejectCode> FOUND_BY_WRITING =
            EnumSet.of(TARGET_EXISTS, INDEX_KEY, COLLECTION_TOO_LARGE, REFUSED_BY_SERVICE);

    private final String text;

    RejectCode(String text) {
        this.text = text;
    }

    /** As it is kept, for example {@code target-exists}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The constant of a kept code.
     *
     * @param code as it is kept
     * @return its constant; empty if newer software has written it
     */
    public static Optional<RejectCode> find(String code) {
        return Arrays.stream(values())
                .filter(constant -> constant.code().equals(code))
                .findFirst();
    }

    /** Whether only a write can find it, so that looking at the item again does not show it. */
    public boolean isFoundByWriting() {
        return FOUND_BY_WRITING.contains(this);
    }

    /** What it means, in a few words. */
    public String text() {
        return text;
    }
}
