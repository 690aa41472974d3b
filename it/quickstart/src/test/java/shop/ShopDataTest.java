package shop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class ShopDataTest {
    @Test
    void theFixtureIsWhatTheGeneratorMakes() throws IOException {
        try (var fixture = new GZIPInputStream(Files.newInputStream(Path.of("src/test/dynamodb/Shop.jsonl.gz")))) {
            var same = new String(fixture.readAllBytes(), UTF_8).equals(ShopData.text());
            assertTrue(same, "renew it: java src/test/java/shop/ShopData.java src/test/dynamodb/Shop.jsonl.gz");
        }
    }
}
