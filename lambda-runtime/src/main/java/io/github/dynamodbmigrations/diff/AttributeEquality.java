package io.github.dynamodbmigrations.diff;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Whether two values are the same to DynamoDB: numbers by value, sets without order, documents in depth. */
public final class AttributeEquality {
    private AttributeEquality() {}

    /** Whether both values are the same. Most are one object, since most attributes are left alone. */
    @SuppressWarnings("ReferenceEquality")
    public static boolean areEqual(AttributeValue one, AttributeValue other) {
        if (one == other) {
            return true;
        }
        if (one.type() != other.type()) {
            return false;
        }
        return switch (one.type()) {
            case N -> sameNumber(one.n(), other.n());
            case SS -> sameSet(one.ss(), other.ss());
            case BS -> sameSet(one.bs(), other.bs());
            case NS -> sameSet(canonical(one.ns()), canonical(other.ns()));
            case L -> sameList(one.l(), other.l());
            case M -> areEqual(one.m(), other.m());
            default -> one.equals(other);
        };
    }

    /** Whether both have the same names with the same values. */
    public static boolean areEqual(Map<String, AttributeValue> one, Map<String, AttributeValue> other) {
        return one.size() == other.size()
                && one.entrySet().stream().allMatch(entry -> {
                    var value = other.get(entry.getKey());
                    return value != null && areEqual(entry.getValue(), value);
                });
    }

    private static boolean sameNumber(String one, String other) {
        return one.equals(other) || canonical(one).equals(canonical(other));
    }

    private static boolean sameList(List<AttributeValue> one, List<AttributeValue> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (var i = 0; i < one.size(); i++) {
            if (!areEqual(one.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameSet(Collection<?> one, Collection<?> other) {
        return one.size() == other.size() && new HashSet<>(one).equals(new HashSet<>(other));
    }

    private static List<Object> canonical(List<String> numbers) {
        return numbers.stream().map(AttributeEquality::canonical).toList();
    }

    /** A number by its value; what is no number is equal only to itself. */
    private static Object canonical(String number) {
        try {
            return new BigDecimal(number).stripTrailingZeros();
        } catch (NumberFormatException noNumber) {
            return number;
        }
    }
}
