package io.github.dynamodbmigrations.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.dynamo.DynamoConnection.Credentials;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DirectEntryTest {
    private static final Map<String, String> SETTINGS = Map.of(
            "goal",
            "migrate",
            "region",
            "eu-central-1",
            "historyTable",
            "history",
            "accessKeyId",
            "fixed",
            "secretAccessKey",
            "secret");

    @Test
    void namesTheGoalsThatThereAreForOneThatIsNot() {
        var settings = new HashMap<>(SETTINGS);
        settings.put("goal", "tidy-up");
        var refused = assertThrows(IllegalArgumentException.class, () -> DirectEntry.run(settings, System.out));
        var message = String.valueOf(refused.getMessage());
        assertTrue(message.startsWith("goal tidy-up is none of [") && message.contains("migrate"), message);
    }

    @Test
    void asksForGivenCredentialsBeforeEachRequest() {
        var asked = new AtomicInteger();
        var target = new EntrySettings(SETTINGS)
                .target(
                        Duration.ofSeconds(1),
                        () -> Map.of(
                                "accessKeyId",
                                "key" + asked.getAndIncrement(),
                                "secretAccessKey",
                                "other",
                                "sessionToken",
                                "token"));
        var source = target.credentials().orElseThrow();
        assertEquals(new Credentials("key1", "other", Optional.of("token")), source.get());
        assertEquals(new Credentials("key2", "other", Optional.of("token")), source.get());
    }

    @Test
    void takesTheCredentialsAmongTheSettingsIfNoneAreGiven() {
        var target = new EntrySettings(SETTINGS).target(Duration.ofSeconds(1), Map::of);
        assertEquals(
                new Credentials("fixed", "secret"),
                target.credentials().orElseThrow().get());
    }
}
