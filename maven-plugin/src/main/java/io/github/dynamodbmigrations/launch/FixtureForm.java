package io.github.dynamodbmigrations.launch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the lines of a fixture file say items. */
enum FixtureForm {
    /** JSON as one would write it: texts, numbers with their exact digits, booleans, null, lists, maps. */
    PLAIN(".jsonl"),
    /** DynamoDB's own JSON, which names all ten types. */
    TYPED(".dynamodb.jsonl");

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String suffix;

    FixtureForm(String suffix) {
        this.suffix = suffix;
    }

    /** Copies values into DynamoDB's own JSON. */
    interface Values {
        /** Copies the value on which the parser stands; answers with its type. */
        String copy(JsonParser in, JsonGenerator out, FixtureLine at) throws IOException;

        /** Copies the array on which the parser stands. */
        default void copyList(JsonParser in, JsonGenerator out, FixtureLine at) throws IOException {
            out.writeStartArray();
            while (in.nextToken() != JsonToken.END_ARRAY) {
                copy(in, out, at);
            }
            out.writeEndArray();
        }

        /** Copies the object on which the parser stands; answers with the types of its values. */
        default Map<String, String> copyMap(JsonParser in, JsonGenerator out, FixtureLine at) throws IOException {
            var types = new LinkedHashMap<String, String>();
            out.writeStartObject();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                var name = in.currentName();
                out.writeFieldName(name);
                in.nextToken();
                types.put(name, copy(in, out, at));
            }
            out.writeEndObject();
            return types;
        }
    }

    /** How the names of its files end. */
    String suffix() {
        return suffix;
    }

    /** Reads a line. */
    FixtureItem read(String line, FixtureLine at) {
        var json = new StringWriter();
        try (var in = JSON.createParser(line);
                var out = JSON.createGenerator(json)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw at.problem("is no JSON object");
            }
            var types = copier().copyMap(in, out, at);
            if (in.nextToken() != null) {
                throw at.problem("holds more than one JSON object");
            }
            out.flush();
            return new FixtureItem(at, json.toString(), types);
        } catch (JsonProcessingException e) {
            // its message quotes the line
            throw at.problem("is not JSON near column " + e.getLocation().getColumnNr());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Values copier() {
        return switch (this) {
            case PLAIN -> new PlainValues();
            case TYPED -> new TypedValues();
        };
    }
}
