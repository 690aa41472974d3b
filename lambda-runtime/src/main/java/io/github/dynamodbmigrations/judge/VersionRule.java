package io.github.dynamodbmigrations.judge;

import io.github.dynamodbmigrations.diff.ItemDiff;
import io.github.dynamodbmigrations.diff.Objection;
import io.github.dynamodbmigrations.diff.RejectCode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The declared version attribute: expected as read and counted up in every write, as the application's writers do.
 *
 * @param attribute its name, if one is declared
 */
record VersionRule(Optional<String> attribute) {
    Set<String> names() {
        return attribute.map(Set::of).orElse(Set.of());
    }

    boolean isTouchedBy(Set<String> changed) {
        return attribute.filter(changed::contains).isPresent();
    }

    Optional<Objection> check(Map<String, AttributeValue> image) {
        return attribute
                .map(image::get)
                .filter(value -> value.type() != AttributeValue.Type.N)
                .map(value -> Objection.to(RejectCode.VERSION_ATTRIBUTE));
    }

    ItemDiff count(ItemDiff diff, Map<String, AttributeValue> image) {
        if (attribute.isEmpty()) {
            return diff;
        }
        var before = Optional.ofNullable(image.get(attribute.get())).map(AttributeValue::n);
        var next = before.map(BigDecimal::new).orElse(BigDecimal.ZERO).add(BigDecimal.ONE);
        return diff.plus(attribute.get(), AttributeValue.fromN(next.toPlainString()));
    }
}
