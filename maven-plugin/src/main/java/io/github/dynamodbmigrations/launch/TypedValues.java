package io.github.dynamodbmigrations.launch;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;

/** Values in DynamoDB's own JSON, checked on the way. */
final class TypedValues implements FixtureForm.Values {
    @Override
    public String copy(JsonParser in, JsonGenerator out, FixtureLine at) throws IOException {
        expect(in.currentToken() == JsonToken.START_OBJECT, "has a value without a type", at);
        expect(in.nextToken() == JsonToken.FIELD_NAME, "has a value without a type", at);
        var type = in.currentName();
        out.writeStartObject();
        out.writeFieldName(type);
        in.nextToken();
        switch (type) {
            case "S", "B" -> text(in, out, at, type);
            case "N" -> number(in, out, at);
            case "BOOL" -> flag(in, out, at, in.currentToken() == JsonToken.VALUE_FALSE, type);
            case "NULL" -> flag(in, out, at, false, type);
            case "SS", "BS", "NS" -> set(in, out, at, type);
            case "L" -> {
                expect(in.currentToken() == JsonToken.START_ARRAY, "has no array under L", at);
                copyList(in, out, at);
            }
            case "M" -> {
                expect(in.currentToken() == JsonToken.START_OBJECT, "has no object under M", at);
                copyMap(in, out, at);
            }
            default -> throw at.problem("has a value of a type that DynamoDB does not have");
        }
        expect(in.nextToken() == JsonToken.END_OBJECT, "has a value with two types", at);
        out.writeEndObject();
        return type;
    }

    private static void set(JsonParser in, JsonGenerator out, FixtureLine at, String type) throws IOException {
        expect(in.currentToken() == JsonToken.START_ARRAY, "has no array under " + type, at);
        out.writeStartArray();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            if (type.equals("NS")) {
                number(in, out, at);
            } else {
                text(in, out, at, type);
            }
        }
        out.writeEndArray();
    }

    private static void text(JsonParser in, JsonGenerator out, FixtureLine at, String type) throws IOException {
        expect(in.currentToken() == JsonToken.VALUE_STRING, "has no text under " + type, at);
        out.writeString(in.getText());
    }

    private static void number(JsonParser in, JsonGenerator out, FixtureLine at) throws IOException {
        expect(in.currentToken() == JsonToken.VALUE_STRING, "has no text under N", at);
        expect(isNumber(in.getText()), "has no number under N", at);
        out.writeString(in.getText());
    }

    private static void flag(JsonParser in, JsonGenerator out, FixtureLine at, boolean isFalse, String type)
            throws IOException {
        expect(isFalse || in.currentToken() == JsonToken.VALUE_TRUE, "has no boolean under " + type, at);
        out.writeBoolean(!isFalse);
    }

    private static boolean isNumber(String text) {
        try {
            return new BigDecimal(text).precision() > 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static void expect(boolean holds, String otherwise, FixtureLine at) {
        if (!holds) {
            throw at.problem(otherwise);
        }
    }
}
