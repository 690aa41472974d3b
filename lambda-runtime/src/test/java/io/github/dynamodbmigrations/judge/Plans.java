package io.github.dynamodbmigrations.judge;

import io.github.dynamodbmigrations.history.Checksums;
import io.github.dynamodbmigrations.history.KnownGuards;
import io.github.dynamodbmigrations.history.TableIdentity;
import io.github.dynamodbmigrations.plan.GuardMode;
import io.github.dynamodbmigrations.plan.RunPlan;
import io.github.dynamodbmigrations.plan.WriterFacts;
import io.github.dynamodbmigrations.scan.Filter;
import io.github.dynamodbmigrations.scan.KeySchema;
import io.github.dynamodbmigrations.scan.Source;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Plans and items for tests: rank 5 of a table whose only key is pk. */
public final class Plans {
    public static final long RANK = 5;
    public static final String GUARD = "_dm_t";

    private Plans() {}

    public static RunPlan plan(GuardMode guard, WriterFacts writers) {
        var keys = new KeySchema("pk", Optional.empty());
        return new RunPlan(
                1,
                RANK,
                Optional.empty(),
                Optional.empty(),
                "run",
                Instant.EPOCH,
                Map.of(),
                Optional.of(new TableIdentity("Things", "things", "arn:things", Optional.empty(), keys)),
                new Source.Scan(Optional.empty(), Filter.NONE),
                1,
                guard,
                GUARD,
                writers,
                Optional.empty(),
                new Checksums("v1:a", "v1:b"),
                0,
                KnownGuards.OWN);
    }

    public static Map<String, AttributeValue> item(String key, Map<String, AttributeValue> attributes) {
        var item = new TreeMap<>(attributes);
        item.put("pk", AttributeValue.fromS(key));
        return item;
    }
}
