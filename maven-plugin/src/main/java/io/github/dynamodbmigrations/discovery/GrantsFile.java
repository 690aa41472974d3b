package io.github.dynamodbmigrations.discovery;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.dynamodbmigrations.Grants;
import io.github.dynamodbmigrations.model.Problem;
import io.github.dynamodbmigrations.model.ProblemCode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The policy document that {@code @Grants} names.
 *
 * @param policy its text, if it could be read and is a policy
 * @param mistake what is wrong with it
 */
record GrantsFile(Optional<String> policy, Optional<String> mistake) {
    private static final JsonFactory JSON = new JsonFactory();
    private static final GrantsFile NONE = new GrantsFile(Optional.empty(), Optional.empty());

    static GrantsFile of(MigrationClass migration, Path projectDirectory) {
        return migration
                .annotation(Grants.class)
                .map(it -> read(it.policyFile(), projectDirectory))
                .orElse(NONE);
    }

    private static GrantsFile read(String file, Path projectDirectory) {
        if (file.isBlank() || Path.of(file).isAbsolute()) {
            return wrong("policyFile is no path relative to the project");
        }
        try {
            String text = Files.readString(projectDirectory.resolve(file));
            return hasStatement(text)
                    ? new GrantsFile(Optional.of(text), Optional.empty())
                    : wrong(file + " is no policy document: it has no Statement");
        } catch (JsonProcessingException malformed) {
            var place = malformed.getLocation();
            return wrong(file + " is not JSON: line " + place.getLineNr() + ", column " + place.getColumnNr());
        } catch (NoSuchFileException missing) {
            return wrong(file + " does not exist");
        } catch (CharacterCodingException binary) {
            return wrong(file + " is not UTF-8 text");
        } catch (IOException unreadable) {
            return wrong(file + " cannot be read");
        }
    }

    /** Reads to the end, so that all of it is JSON. */
    private static boolean hasStatement(String text) throws IOException {
        try (var parser = JSON.createParser(text)) {
            boolean isObject = parser.nextToken() == JsonToken.START_OBJECT;
            boolean hasStatement = false;
            int depth = 1;
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                hasStatement |= depth == 1 && token == JsonToken.FIELD_NAME && "Statement".equals(parser.currentName());
            }
            return isObject && hasStatement;
        }
    }

    private static GrantsFile wrong(String mistake) {
        return new GrantsFile(Optional.empty(), Optional.of(mistake));
    }

    Optional<Problem> problem(MigrationClass migration) {
        return mistake.map(it -> new Problem(
                ProblemCode.UNREADABLE_GRANTS,
                it,
                migration.className(),
                "Give @Grants an IAM policy document by a path such as policies/notify.json."));
    }
}
