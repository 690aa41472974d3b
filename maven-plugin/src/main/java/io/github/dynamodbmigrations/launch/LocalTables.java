package io.github.dynamodbmigrations.launch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.dynamodbmigrations.launch.LocalApi.Answer;
import io.github.dynamodbmigrations.model.ProblemCode;
import io.github.dynamodbmigrations.problem.ProblemException;
import io.github.dynamodbmigrations.sam.TableShape;
import io.github.dynamodbmigrations.sam.TableShape.KeyAttribute;
import io.github.dynamodbmigrations.sam.TableShape.SecondaryIndex;
import io.github.dynamodbmigrations.throttle.Pause;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of a rehearsal. All have names that begin alike, so that nothing else is ever dropped. */
final class LocalTables {
    private static final String PREFIX = "rehearsal-";
    private static final JsonFactory JSON = new JsonFactory();
    private static final int TRIES = 150;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final LocalApi api;
    private final Pause pause;

    LocalTables(LocalApi api, Pause pause) {
        this.api = api;
        this.pause = pause;
    }

    /** What a table is called during the rehearsal. */
    static String physicalName(String name) {
        return PREFIX + name;
    }

    /** Drops what an earlier rehearsal left behind. */
    void drop(String name) {
        var table = physicalName(name);
        if (!api.call("DescribeTable", named(table)).isOk()) {
            return;
        }
        // A history protects its table, and this one is the rehearsal's own.
        api.call("UpdateTable", "{\"TableName\":\"" + table + "\",\"DeletionProtectionEnabled\":false}");
        await(table, "to be active", LocalTables::isActive);
        var answer = api.call("DeleteTable", named(table));
        if (!answer.isOk()) {
            throw new ProblemException(
                    ProblemCode.ENDPOINT_UNUSABLE,
                    "cannot delete a table that an earlier rehearsal left: " + answer.message(),
                    table,
                    "Delete it, start the database anew, or leave <endpoint> out.");
        }
        await(table, "to be gone", found -> !found.isOk());
    }

    private static boolean isActive(Answer found) {
        return found.body().contains("\"TableStatus\":\"ACTIVE\"");
    }

    /** Makes an empty table. */
    void create(String name, TableShape shape) {
        var table = physicalName(name);
        drop(name);
        var answer = api.call("CreateTable", request(table, shape));
        if (!answer.isOk()) {
            throw new ProblemException(
                    ProblemCode.TABLE_REFUSED,
                    "DynamoDB refuses the table: " + answer.message(),
                    name,
                    "Correct its declaration.");
        }
        await(table, "to be active", LocalTables::isActive);
    }

    private void await(String table, String what, Predicate<Answer> isSo) {
        for (var tries = 0; tries < TRIES; tries++) {
            if (isSo.test(api.call("DescribeTable", named(table)))) {
                return;
            }
            pause.pause(PAUSE);
        }
        throw new ProblemException(
                ProblemCode.ENDPOINT_UNUSABLE,
                "waited too long for a table " + what,
                table,
                "Start the database anew, or leave <endpoint> out.");
    }

    private static String named(String table) {
        return "{\"TableName\":\"" + table + "\"}";
    }

    private static String request(String table, TableShape shape) {
        var json = new StringWriter();
        try (var out = JSON.createGenerator(json)) {
            out.writeStartObject();
            out.writeStringField("TableName", table);
            out.writeStringField("BillingMode", "PAY_PER_REQUEST");
            attributes(out, shape);
            keys(out, shape.keys());
            indexes(out, "GlobalSecondaryIndexes", shape.globalIndexes());
            indexes(out, "LocalSecondaryIndexes", shape.localIndexes());
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return json.toString();
    }

    /** Only those of keys: a condition may have left an index out, and DynamoDB refuses the attributes that it had. */
    private static void attributes(JsonGenerator out, TableShape shape) throws IOException {
        var used = Stream.of(shape.globalIndexes(), shape.localIndexes())
                .flatMap(List::stream)
                .flatMap(index -> index.keys().stream())
                .map(KeyAttribute::attribute)
                .collect(Collectors.toSet());
        shape.keys().forEach(key -> used.add(key.attribute()));
        out.writeArrayFieldStart("AttributeDefinitions");
        for (var attribute : shape.attributeTypes().entrySet()) {
            if (used.contains(attribute.getKey())) {
                out.writeStartObject();
                out.writeStringField("AttributeName", attribute.getKey());
                out.writeStringField("AttributeType", attribute.getValue());
                out.writeEndObject();
            }
        }
        out.writeEndArray();
    }

    private static void keys(JsonGenerator out, List<KeyAttribute> keys) throws IOException {
        out.writeArrayFieldStart("KeySchema");
        for (var key : keys) {
            out.writeStartObject();
            out.writeStringField("AttributeName", key.attribute());
            out.writeStringField("KeyType", key.role());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void indexes(JsonGenerator out, String field, List<SecondaryIndex> indexes) throws IOException {
        if (indexes.isEmpty()) {
            return;
        }
        out.writeArrayFieldStart(field);
        for (var index : indexes) {
            out.writeStartObject();
            out.writeStringField("IndexName", index.name());
            keys(out, index.keys());
            out.writeObjectFieldStart("Projection");
            out.writeStringField("ProjectionType", index.projection());
            if (!index.projected().isEmpty()) {
                out.writeArrayFieldStart("NonKeyAttributes");
                for (var attribute : index.projected()) {
                    out.writeString(attribute);
                }
                out.writeEndArray();
            }
            out.writeEndObject();
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
