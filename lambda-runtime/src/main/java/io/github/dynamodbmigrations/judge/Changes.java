package io.github.dynamodbmigrations.judge;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.diff.AttributeEquality;
import io.github.dynamodbmigrations.diff.ObservedItem;
import java.util.List;
import java.util.stream.IntStream;

/** Looking at changes. */
final class Changes {
    private Changes() {}

    static List<Item> puts(Change change) {
        if (change instanceof Change.Update update) {
            return update.puts();
        }
        return change instanceof Change.Delete delete ? delete.puts() : List.of();
    }

    static boolean areEqual(Change one, Change other) {
        return one.getClass() == other.getClass() && sameOriginal(one, other) && same(puts(one), puts(other));
    }

    private static boolean sameOriginal(Change one, Change other) {
        if (one instanceof Change.Update left && other instanceof Change.Update right) {
            return same(List.of(left.item()), List.of(right.item()));
        }
        if (one instanceof Change.Reject left && other instanceof Change.Reject right) {
            return left.reason().equals(right.reason());
        }
        return true;
    }

    private static boolean same(List<Item> some, List<Item> others) {
        return some.size() == others.size()
                && IntStream.range(0, some.size())
                        .allMatch(i -> AttributeEquality.areEqual(
                                ObservedItem.imageOf(some.get(i)), ObservedItem.imageOf(others.get(i))));
    }
}
