package io.github.dynamodbmigrations.diff;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Whether DynamoDB would take a value. */
final class ValueCheck {
    private static final int MOST_DIGITS = 38;
    private static final int HIGHEST_EXPONENT = 125;
    private static final int LOWEST_EXPONENT = -130;
    /** A value in 31 lists lies on the 32nd level, which is the deepest. */
    private static final int MOST_LEVELS = 31;

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,9})?");

    private ValueCheck() {}

    /** The first objection to any attribute of an image. */
    static Optional<Objection> of(Map<String, AttributeValue> image) {
        return image.entrySet().stream()
                .flatMap(
                        attribute -> code(attribute.getKey(), attribute.getValue())
                                .map(code -> Objection.at(code, attribute.getKey()))
                                .stream())
                .findFirst();
    }

    private static Optional<RejectCode> code(String name, AttributeValue value) {
        return name.isEmpty() ? Optional.of(RejectCode.VALUE) : code(value, 0);
    }

    private static Optional<RejectCode> code(AttributeValue value, int level) {
        return switch (value.type()) {
            case N -> isNumber(value.n()) ? Optional.empty() : Optional.of(RejectCode.NUMBER);
            case SS -> set(value.ss(), Function.identity());
            case BS -> set(value.bs(), Function.identity());
            case NS ->
                value.ns().stream().allMatch(ValueCheck::isNumber)
                        ? set(value.ns(), number -> new BigDecimal(number).stripTrailingZeros())
                        : Optional.of(RejectCode.NUMBER);
            case L -> elements(value.l().stream(), level);
            case M ->
                value.m().containsKey("")
                        ? Optional.of(RejectCode.VALUE)
                        : elements(value.m().values().stream(), level);
            case UNKNOWN_TO_SDK_VERSION -> Optional.of(RejectCode.VALUE);
            default -> Optional.empty();
        };
    }

    private static Optional<RejectCode> elements(Stream<AttributeValue> elements, int level) {
        if (level >= MOST_LEVELS) {
            return Optional.of(RejectCode.TOO_DEEP);
        }
        return elements.flatMap(element -> code(element, level + 1).stream()).findFirst();
    }

    private static <T> Optional<RejectCode> set(List<T> elements, Function<T, ?> identity) {
        if (elements.isEmpty()) {
            return Optional.of(RejectCode.EMPTY_SET);
        }
        Collection<Object> distinct = new HashSet<>();
        elements.forEach(element -> distinct.add(identity.apply(element)));
        return distinct.size() == elements.size() ? Optional.empty() : Optional.of(RejectCode.DUPLICATE_IN_SET);
    }

    private static boolean isNumber(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return false;
        }
        var number = new BigDecimal(text).stripTrailingZeros();
        if (number.signum() == 0) {
            return true;
        }
        var exponent = (long) number.precision() - number.scale() - 1;
        return number.precision() <= MOST_DIGITS && exponent <= HIGHEST_EXPONENT && exponent >= LOWEST_EXPONENT;
    }
}
