package io.github.dynamodbmigrations.dynamo;

import io.github.dynamodbmigrations.history.TableIdentity;
import io.github.dynamodbmigrations.plan.RunPlan;
import io.github.dynamodbmigrations.scan.ItemKey;
import io.github.dynamodbmigrations.scan.Placeholders;
import io.github.dynamodbmigrations.scan.Source;
import io.github.dynamodbmigrations.scan.SourceCondition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/** Words a run's reads as requests. Each has a limit, and says what it consumed. */
final class ReadRequests {
    private final TableIdentity table;
    private final Source source;
    private final SourceCondition condition;
    private final int totalSegments;

    ReadRequests(RunPlan plan) {
        this.table = plan.table().orElseThrow();
        this.source = plan.source();
        this.condition = new SourceCondition(source, table.keys());
        this.totalSegments = plan.totalSegments();
    }

    /** The table's items that the source selects. */
    ScanRequest table(int segment, Optional<ItemKey> after, int limit) {
        var placeholders = new Placeholders();
        var filter = filter(condition.ofTable(placeholders));
        return ScanRequest.builder()
                .tableName(table.name())
                .segment(segment)
                .totalSegments(totalSegments)
                .consistentRead(true)
                .limit(limit)
                .exclusiveStartKey(start(after))
                .filterExpression(filter)
                .expressionAttributeNames(orNull(placeholders.names()))
                .expressionAttributeValues(orNull(placeholders.values()))
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .build();
    }

    /** The table's items of the source's partition, which must be one of the table. */
    QueryRequest partition(Source.Query query, Optional<ItemKey> after, int limit) {
        var placeholders = new Placeholders();
        var filter = filter(condition.ofKey(placeholders));
        return query(query, placeholders)
                .consistentRead(true)
                .limit(limit)
                .exclusiveStartKey(start(after))
                .filterExpression(filter)
                .expressionAttributeNames(placeholders.names())
                .expressionAttributeValues(placeholders.values())
                .build();
    }

    /** Keys from a scan of an index. */
    ScanRequest indexKeys(Source.Index index, int segment, Optional<ItemKey> after, int limit) {
        var placeholders = new Placeholders();
        return ScanRequest.builder()
                .tableName(table.name())
                .indexName(index.name())
                .segment(segment)
                .totalSegments(totalSegments)
                .limit(limit)
                .exclusiveStartKey(start(after))
                .projectionExpression(keys(index, placeholders))
                .expressionAttributeNames(placeholders.names())
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .build();
    }

    /** Keys from one partition of an index. */
    QueryRequest indexKeys(Source.Index index, Source.Query query, Optional<ItemKey> after, int limit) {
        var placeholders = new Placeholders();
        var keys = keys(index, placeholders);
        return query(query, placeholders)
                .indexName(index.name())
                .limit(limit)
                .exclusiveStartKey(start(after))
                .projectionExpression(keys)
                .expressionAttributeNames(placeholders.names())
                .expressionAttributeValues(placeholders.values())
                .build();
    }

    /** One item by its key, if the source still selects it: a query, since GetItem has no filter. */
    QueryRequest item(ItemKey key) {
        var placeholders = new Placeholders();
        var filter = filter(condition.ofKey(placeholders));
        var address = key.attributes().entrySet().stream()
                .map(part -> placeholders.name(part.getKey()) + " = " + placeholders.value(part.getValue()))
                .toList();
        return QueryRequest.builder()
                .tableName(table.name())
                .consistentRead(true)
                .keyConditionExpression(String.join(" AND ", address))
                .limit(1)
                .filterExpression(filter)
                .expressionAttributeNames(placeholders.names())
                .expressionAttributeValues(placeholders.values())
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .build();
    }

    private QueryRequest.Builder query(Source.Query query, Placeholders placeholders) {
        return QueryRequest.builder()
                .tableName(table.name())
                .keyConditionExpression(
                        placeholders.name(query.partitionKey()) + " = " + placeholders.value(query.partitionValue()))
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
    }

    /** What says where an entry of an index is. */
    Set<String> keys(Source.Index index) {
        var names = new TreeSet<>(table.keys().names());
        names.addAll(index.keys().names());
        return names;
    }

    private String keys(Source.Index index, Placeholders placeholders) {
        return keys(index).stream().map(placeholders::name).collect(Collectors.joining(", "));
    }

    private static @Nullable String filter(List<String> parts) {
        return parts.isEmpty() ? null : String.join(" AND ", parts);
    }

    private static @Nullable Map<String, AttributeValue> start(Optional<ItemKey> after) {
        return after.map(ItemKey::attributes).orElse(null);
    }

    /** DynamoDB refuses empty maps. */
    private static <T> @Nullable Map<String, T> orNull(Map<String, T> map) {
        return map.isEmpty() ? null : map;
    }
}
