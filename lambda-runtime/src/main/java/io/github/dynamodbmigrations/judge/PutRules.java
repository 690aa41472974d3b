package io.github.dynamodbmigrations.judge;

import io.github.dynamodbmigrations.diff.ItemRules;
import io.github.dynamodbmigrations.diff.ItemSize;
import io.github.dynamodbmigrations.diff.Objection;
import io.github.dynamodbmigrations.diff.RejectCode;
import io.github.dynamodbmigrations.scan.ItemKey;
import io.github.dynamodbmigrations.scan.KeyHash;
import io.github.dynamodbmigrations.scan.KeySchema;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Whether further items can be put beside an original, in one transaction.
 *
 * @param rules what holds for each
 * @param keys the table's keys
 * @param guardAttribute what the engine sets by itself
 * @param itemsEach how many items of a transaction each item takes: two if it has a marker
 * @param itemsBeside how many items a transaction takes beside those
 */
record PutRules(ItemRules rules, KeySchema keys, String guardAttribute, int itemsEach, int itemsBeside) {
    /** A transaction takes 100 items. */
    private static final int MOST_ITEMS = 100;

    private static final long MOST_BYTES = 4L * 1024 * 1024;

    Optional<Objection> check(
            List<Map<String, AttributeValue>> puts, Map<String, AttributeValue> original, ItemKey key) {
        if (puts.isEmpty()) {
            return Optional.empty();
        }
        if ((puts.size() + 1) * itemsEach + itemsBeside > MOST_ITEMS) {
            return Optional.of(Objection.to(RejectCode.TOO_MANY_PUTS));
        }
        var taken = new HashSet<>(Set.of(KeyHash.of(key)));
        for (var put : puts) {
            var problem = check(put, original, taken);
            if (problem.isPresent()) {
                return problem;
            }
        }
        // The original counts twice: as it is expected, and as it becomes.
        var bytes = 2 * ItemSize.bytes(original)
                + puts.stream().mapToLong(ItemSize::bytes).sum();
        return bytes <= MOST_BYTES ? Optional.empty() : Optional.of(Objection.to(RejectCode.TRANSACTION_TOO_LARGE));
    }

    private Optional<Objection> check(
            Map<String, AttributeValue> put, Map<String, AttributeValue> original, Set<String> taken) {
        if (put.containsKey(guardAttribute)) {
            return Optional.of(Objection.to(RejectCode.ENGINE_ATTRIBUTE));
        }
        return rules.checkPut(put, original)
                .or(() -> taken.add(KeyHash.of(ItemKey.of(put, keys)))
                        ? Optional.empty()
                        : Optional.of(Objection.to(RejectCode.PUT_TWICE)));
    }
}
