package io.github.dynamodbmigrations.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Versions that stand in several files because each of these files must be readable by itself. */
class VersionsTest {
    @ParameterizedTest
    @ValueSource(strings = {"it/quickstart/pom.xml", "it/moments/pom.xml", "it/app/pom.xml"})
    void usersProjectsUseThisVersion(String project) {
        assertEquals(
                first("</artifactId>\\s*<version>([^<]+)", "pom.xml"), first("<migrations.version>([^<]+)", project));
    }

    @Test
    void theUsersApplicationUsesTheSdkThatTheEngineUses() {
        var version = "<aws.sdk.version>([^<]+)";
        assertEquals(first(version, "pom.xml"), first(version, "it/app/pom.xml"));
    }

    @Test
    void theTestsUseTheDynamoDbLocalThatTheParentNames() {
        var version = "<dynamodb.local.version>([^<]+)";
        assertEquals(first(version, "pom.xml"), first(version, "it/engines/dynamodb-local/pom.xml"));
    }

    private static String first(String pattern, String file) {
        return Pattern.compile(pattern)
                .matcher(Repository.text(file))
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError(pattern + " is not in " + file))
                .group(1);
    }
}
