package io.github.dynamodbmigrations.dynamo;

import io.github.dynamodbmigrations.checkpoint.Tally;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A tally as a map. */
final class TallyCodec {
    private TallyCodec() {}

    static Map<String, AttributeValue> write(Tally tally) {
        return new ItemBuilder()
                .number("scanned", tally.scanned())
                .number("kept", tally.kept())
                .number("updated", tally.updated())
                .number("deleted", tally.deleted())
                .number("rejected", tally.rejected())
                .number("vanished", tally.vanished())
                .number("replayed", tally.replayed())
                .number("deferred", tally.deferred())
                .number("puts", tally.puts())
                .number("conflicts", tally.conflicts())
                .build();
    }

    static Tally read(StoredItem map) {
        return new Tally(
                map.number("scanned"),
                map.number("kept"),
                map.number("updated"),
                map.number("deleted"),
                map.number("rejected"),
                map.number("vanished"),
                map.number("replayed"),
                map.number("deferred"),
                map.number("puts"),
                map.number("conflicts"));
    }
}
