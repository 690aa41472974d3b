package io.github.dynamodbmigrations.dynamo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.dynamo.DynamoConnection.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With AWS configuration files of the test's own, found as the SDK finds a user's. */
final class AwsIdentityTest {
    private static final String OTHER_KEY = "aws.accessKeyId";

    @TempDir
    Path home = Path.of("");

    private final Map<String, String> before = new HashMap<>();

    @BeforeEach
    void configure() throws IOException {
        var config = Files.writeString(home.resolve("config"), """
                [profile prod]
                output = text
                [profile nowhere]
                output = json
                """);
        set("aws.configFile", config.toString());
        set("aws.sharedCredentialsFile", home.resolve("credentials").toString());
        set("aws.disableEc2Metadata", "true");
        write("first");
    }

    private void write(String key) throws IOException {
        Files.writeString(home.resolve("credentials"), """
                [prod]
                aws_access_key_id = %s
                aws_secret_access_key = hidden
                aws_session_token = token
                """.formatted(key));
    }

    private void set(String property, String value) {
        before.put(property, String.valueOf(System.getProperty(property)));
        System.setProperty(property, value);
    }

    @AfterEach
    void restore() {
        before.forEach((property, value) -> {
            if (value.equals("null")) {
                System.clearProperty(property);
            } else {
                System.setProperty(property, value);
            }
        });
    }

    @Test
    void aProfileSaysCredentials() {
        var identity = new AwsIdentity(Optional.of("prod"));
        assertEquals(
                new Credentials("first", "hidden", Optional.of("token")),
                identity.credentials().get());
    }

    @Test
    void aProfileThatIsNamedGoesBeforeWhatIsInTheSurroundings() {
        set(OTHER_KEY, "another account's");
        set("aws.secretAccessKey", "hidden too");
        assertEquals(
                "first",
                new AwsIdentity(Optional.of("prod")).credentials().get().accessKeyId());
        assertEquals(
                "another account's",
                new AwsIdentity(Optional.empty()).credentials().get().accessKeyId());
    }

    @Test
    void anUnknownProfileIsNamedWithTheWayOut() {
        var none = assertThrows(
                MigrationException.class,
                () -> new AwsIdentity(Optional.of("prdo")).credentials().get());
        var message = String.valueOf(none.getMessage());
        assertTrue(message.startsWith("DM322 no credentials are found: profile prdo. "), message);
        assertTrue(message.contains("aws sso login") && message.contains("-Ddynamodb-migrations.profile="), message);
        assertEquals(1, message.lines().count());
    }

    @Test
    void credentialsShowNoSecret() {
        assertEquals(
                "credentials first",
                new AwsIdentity(Optional.of("prod")).credentials().get().toString());
    }
}
