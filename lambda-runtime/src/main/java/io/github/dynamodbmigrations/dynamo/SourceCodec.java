package io.github.dynamodbmigrations.dynamo;

import io.github.dynamodbmigrations.scan.Filter;
import io.github.dynamodbmigrations.scan.Source;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A source as a map. */
final class SourceCodec {
    private static final String PARTITION_KEY = "partitionKey";

    private SourceCodec() {}

    static Map<String, AttributeValue> write(Source source) {
        var map = new ItemBuilder()
                .maybeMap("index", source.index().map(SourceCodec::index))
                .text("filter", source.filter().expression())
                .map("names", PlanCodec.texts(source.filter().names()))
                .map("values", source.filter().values());
        if (source instanceof Source.Query query) {
            map.text(PARTITION_KEY, query.partitionKey()).value("partitionValue", query.partitionValue());
        }
        return map.build();
    }

    static Source read(StoredItem map) {
        var index = map.maybeMap("index").map(SourceCodec::index);
        var filter = new Filter(
                map.text("filter"),
                PlanCodec.texts(map.map("names")),
                map.map("values").attributes());
        Optional<String> partitionKey = map.maybeText(PARTITION_KEY);
        return partitionKey
                .<Source>map(key -> new Source.Query(index, key, map.value("partitionValue"), filter))
                .orElseGet(() -> new Source.Scan(index, filter));
    }

    private static Map<String, AttributeValue> index(Source.Index index) {
        return new ItemBuilder()
                .text("name", index.name())
                .map("keys", PlanCodec.keys(index.keys()))
                .build();
    }

    private static Source.Index index(StoredItem map) {
        return new Source.Index(map.text("name"), PlanCodec.keys(map.map("keys")));
    }
}
