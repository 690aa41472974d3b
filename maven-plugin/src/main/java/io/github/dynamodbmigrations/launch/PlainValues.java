package io.github.dynamodbmigrations.launch;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Ordinary JSON values, written out with DynamoDB's types. */
final class PlainValues implements FixtureForm.Values {
    @Override
    public String copy(JsonParser in, JsonGenerator out, FixtureLine at) throws IOException {
        var type = type(in.currentToken(), at);
        out.writeStartObject();
        out.writeFieldName(type);
        switch (type) {
            case "S", "N" -> out.writeString(in.getText());
            case "BOOL" -> out.writeBoolean(in.getBooleanValue());
            case "NULL" -> out.writeBoolean(true);
            case "L" -> copyList(in, out, at);
            default -> copyMap(in, out, at);
        }
        out.writeEndObject();
        return type;
    }

    private static String type(JsonToken token, FixtureLine at) {
        return switch (token) {
            case VALUE_STRING -> "S";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "N";
            case VALUE_TRUE, VALUE_FALSE -> "BOOL";
            case VALUE_NULL -> "NULL";
            case START_ARRAY -> "L";
            case START_OBJECT -> "M";
            default -> throw at.problem("is no JSON object");
        };
    }
}
