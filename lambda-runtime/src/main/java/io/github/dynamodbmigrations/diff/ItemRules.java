package io.github.dynamodbmigrations.diff;

import io.github.dynamodbmigrations.scan.HistoryPartitions;
import io.github.dynamodbmigrations.scan.KeySchema;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What DynamoDB would refuse, found before the call.
 *
 * @param keys the table's keys
 * @param indexKeys the type of each attribute that is a key of an index
 * @param reservedBytes how much the engine adds to each item
 * @param excludedPartitions the partition of the history, if it lies in the table
 */
public record ItemRules(
        KeySchema keys,
        Map<String, AttributeValue.Type> indexKeys,
        int reservedBytes,
        Optional<String> excludedPartitions) {
    private static final int MOST_PARTITION_KEY_BYTES = 2048;
    private static final int MOST_SORT_KEY_BYTES = 1024;

    /** Copies the map. */
    public ItemRules {
        indexKeys = Map.copyOf(indexKeys);
    }

    /**
     * The first objection to an image.
     *
     * @param written the attributes that are written; what is stored already was taken before
     * @param whole the image that they make
     * @return the objection
     */
    public Optional<Objection> check(Map<String, AttributeValue> written, Map<String, AttributeValue> whole) {
        return ValueCheck.of(written).or(() -> indexKeys(written)).or(() -> size(whole));
    }

    /**
     * The first objection to a further item.
     *
     * @param put the item
     * @param original an item of the table, which shows the types of its keys
     * @return the objection
     */
    public Optional<Objection> checkPut(Map<String, AttributeValue> put, Map<String, AttributeValue> original) {
        for (var name : keys.names()) {
            var value = put.get(name);
            var wanted = original.get(name);
            if (value == null || wanted == null || value.type() != wanted.type() || !isKey(value, mostBytes(name))) {
                return Optional.of(Objection.at(RejectCode.PUT_KEY, name));
            }
        }
        if (new HistoryPartitions(keys, excludedPartitions).hold(put)) {
            return Optional.of(Objection.to(RejectCode.PUT_INTO_HISTORY));
        }
        return check(put, put);
    }

    private Optional<Objection> indexKeys(Map<String, AttributeValue> image) {
        return indexKeys.entrySet().stream()
                .filter(key -> !keys.names().contains(key.getKey()))
                .filter(key -> {
                    var value = image.get(key.getKey());
                    return value != null && (value.type() != key.getValue() || !isKey(value, MOST_PARTITION_KEY_BYTES));
                })
                .findFirst()
                .map(key -> Objection.at(RejectCode.INDEX_KEY, key.getKey()));
    }

    private Optional<Objection> size(Map<String, AttributeValue> image) {
        return ItemSize.bytes(image) + reservedBytes > ItemSize.MOST_BYTES
                ? Optional.of(Objection.to(RejectCode.TOO_LARGE))
                : Optional.empty();
    }

    private int mostBytes(String name) {
        return name.equals(keys.partition()) ? MOST_PARTITION_KEY_BYTES : MOST_SORT_KEY_BYTES;
    }

    private static boolean isKey(AttributeValue value, int mostBytes) {
        var bytes = switch (value.type()) {
            case S -> value.s().getBytes(StandardCharsets.UTF_8).length;
            case B -> value.b().asByteArrayUnsafe().length;
            default -> 1;
        };
        return bytes > 0 && bytes <= mostBytes;
    }
}
