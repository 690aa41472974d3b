package io.github.dynamodbmigrations.dynamo;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A write of one item of the history; always conditional. */
sealed interface HistoryWrite {
    /** What must hold of the item. */
    Expression condition();

    /** Puts a whole item. */
    record Put(Map<String, AttributeValue> item, Expression condition) implements HistoryWrite {}

    /** Changes attributes of an item. */
    record Update(Map<String, AttributeValue> key, Expression update, Expression condition) implements HistoryWrite {}

    /** Writes nothing, and lets the other writes of a transaction happen only if the condition holds. */
    record Check(Map<String, AttributeValue> key, Expression condition) implements HistoryWrite {}
}
