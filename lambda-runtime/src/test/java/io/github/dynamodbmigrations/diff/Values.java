package io.github.dynamodbmigrations.diff;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Values of all ten types that DynamoDB takes, and items made of them. */
public final class Values extends DomainContextBase {
    @Provide
    Arbitrary<AttributeValue> values() {
        return value(2);
    }

    @Provide
    Arbitrary<Map<String, AttributeValue>> items() {
        return item();
    }

    public static Arbitrary<Map<String, AttributeValue>> item() {
        return Arbitraries.maps(name(), value(2)).ofMaxSize(8);
    }

    static Arbitrary<String> name() {
        return Arbitraries.of("a", "b", "c", "d", "e", "f", "status", "name");
    }

    static Arbitrary<String> number() {
        var digits = Arbitraries.bigIntegers()
                .between(BigInteger.ONE.negate().shiftLeft(120), BigInteger.ONE.shiftLeft(120));
        return Combinators.combine(digits, Arbitraries.integers().between(-40, 40))
                .as((unscaled, scale) -> new BigDecimal(unscaled, scale).toPlainString());
    }

    static Arbitrary<AttributeValue> value(int depth) {
        var text = Arbitraries.strings().ofMaxLength(6);
        var binary = Arbitraries.bytes().array(byte[].class).ofMaxSize(4).map(SdkBytes::fromByteArray);
        Arbitrary<AttributeValue> flat = Arbitraries.oneOf(
                text.map(AttributeValue::fromS),
                number().map(AttributeValue::fromN),
                binary.map(AttributeValue::fromB),
                Arbitraries.of(true, false).map(AttributeValue::fromBool),
                Arbitraries.just(AttributeValue.fromNul(true)),
                text.ofMinLength(1)
                        .list()
                        .uniqueElements()
                        .ofMinSize(1)
                        .ofMaxSize(4)
                        .map(AttributeValue::fromSs),
                number().list()
                        .uniqueElements(number -> new BigDecimal(number).stripTrailingZeros())
                        .ofMinSize(1)
                        .ofMaxSize(4)
                        .map(AttributeValue::fromNs),
                binary.list().uniqueElements().ofMinSize(1).ofMaxSize(4).map(AttributeValue::fromBs));
        if (depth == 0) {
            return flat;
        }
        Arbitrary<List<AttributeValue>> elements = value(depth - 1).list().ofMaxSize(3);
        return Arbitraries.oneOf(
                flat,
                flat,
                elements.map(AttributeValue::fromL),
                Arbitraries.maps(name(), value(depth - 1)).ofMaxSize(3).map(AttributeValue::fromM));
    }
}
