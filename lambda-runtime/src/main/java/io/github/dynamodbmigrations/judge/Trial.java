package io.github.dynamodbmigrations.judge;

import io.github.dynamodbmigrations.AttributeTypeException;
import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.diff.Objection;
import io.github.dynamodbmigrations.diff.RejectCode;

/** What one call of the author's function gave. */
sealed interface Trial {
    /** A change. */
    record Gave(Change change) implements Trial {}

    /** Nothing that can be applied. */
    record Failed(Objection objection) implements Trial {}

    /**
     * Calls the function. Missing classes and other errors of the environment are not the item's fault and go through.
     */
    static Trial of(AuthorFunction function, Item item) {
        try {
            return checked(function.apply(item));
        } catch (AttributeTypeException wrongType) {
            // Its message holds names and types only.
            return new Failed(new Objection(RejectCode.WRONG_TYPE, String.valueOf(wrongType.getMessage())));
        } catch (RuntimeException | StackOverflowError | AssertionError thrown) {
            return new Failed(
                    new Objection(RejectCode.MIGRATE_THREW, thrown.getClass().getName()));
        }
    }

    @SuppressWarnings("ConstantValue") // Authors' code is not checked for null.
    private static Trial checked(Change change) {
        return change == null ? new Failed(Objection.to(RejectCode.RETURNED_NULL)) : new Gave(change);
    }
}
