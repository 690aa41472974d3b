package io.github.dynamodbmigrations.diff;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How large an item is to DynamoDB, by its published rules. */
public final class ItemSize {
    /** The largest item. */
    public static final int MOST_BYTES = 409_600;

    private static final int DOCUMENT_OVERHEAD = 3;
    private static final int UNIT_BYTES = 1024;

    private ItemSize() {}

    /** Bytes of an item: its names and its values. */
    public static long bytes(Map<String, AttributeValue> image) {
        return image.entrySet().stream()
                .mapToLong(attribute -> text(attribute.getKey()) + bytes(attribute.getValue()))
                .sum();
    }

    /** Write capacity units that a write of the item costs, indexes apart. */
    public static double writeUnits(Map<String, AttributeValue> image) {
        return Math.max(1, Math.ceil((double) bytes(image) / UNIT_BYTES));
    }

    /** Bytes of a value. */
    static long bytes(AttributeValue value) {
        return switch (value.type()) {
            case S -> text(value.s());
            case N -> number(value.n());
            case B -> value.b().asByteArrayUnsafe().length;
            case SS -> value.ss().stream().mapToLong(ItemSize::text).sum();
            case NS -> value.ns().stream().mapToLong(ItemSize::number).sum();
            case BS ->
                value.bs().stream()
                        .mapToLong(binary -> binary.asByteArrayUnsafe().length)
                        .sum();
            case L -> DOCUMENT_OVERHEAD + list(value.l());
            case M -> DOCUMENT_OVERHEAD + value.m().size() + bytes(value.m());
            default -> 1;
        };
    }

    private static long list(List<AttributeValue> elements) {
        return elements.size() + elements.stream().mapToLong(ItemSize::bytes).sum();
    }

    /** A byte for every two significant digits, aligned to the decimal point, one more, and one for a minus. */
    private static long number(String number) {
        var value = new BigDecimal(number).stripTrailingZeros();
        if (value.signum() == 0) {
            return 1;
        }
        var digits = (long) value.precision() + Math.floorMod(value.scale(), 2);
        return (digits + 1) / 2 + 1 + (value.signum() < 0 ? 1 : 0);
    }

    private static long text(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
