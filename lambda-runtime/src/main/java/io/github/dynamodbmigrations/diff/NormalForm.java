package io.github.dynamodbmigrations.diff;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Values as DynamoDB gives them back: {@code 1.50} is stored as {@code 1.5}. Only for values that it would take. */
public final class NormalForm {
    private NormalForm() {}

    /** An image as it would be read back. */
    public static Map<String, AttributeValue> of(Map<String, AttributeValue> image) {
        var stored = new HashMap<String, AttributeValue>();
        image.forEach((name, value) -> stored.put(name, of(value)));
        return stored;
    }

    /** A value as it would be read back. */
    public static AttributeValue of(AttributeValue value) {
        return switch (value.type()) {
            case N -> AttributeValue.fromN(number(value.n()));
            case NS -> AttributeValue.fromNs(numbers(value.ns()));
            case L ->
                AttributeValue.fromL(value.l().stream().map(NormalForm::of).toList());
            case M -> AttributeValue.fromM(of(value.m()));
            default -> value;
        };
    }

    private static List<String> numbers(List<String> numbers) {
        return numbers.stream().map(NormalForm::number).toList();
    }

    private static String number(String number) {
        return new BigDecimal(number).stripTrailingZeros().toPlainString();
    }
}
