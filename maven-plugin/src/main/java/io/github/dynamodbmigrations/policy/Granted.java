package io.github.dynamodbmigrations.policy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** What a migration's own policy file grants, as it stands there. */
final class Granted {
    private Granted() {}

    /** Copies the statements of a policy document into an array of statements. */
    static void copy(String document, JsonGenerator statements) throws IOException {
        try (var json = new JsonFactory().createParser(document)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                var isStatement = json.currentName().equals("Statement");
                var value = json.nextToken();
                if (!isStatement) {
                    json.skipChildren();
                } else if (value == JsonToken.START_OBJECT) {
                    statements.copyCurrentStructure(json);
                } else {
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        statements.copyCurrentStructure(json);
                    }
                }
            }
        }
    }
}
