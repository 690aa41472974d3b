package io.github.dynamodbmigrations.integration.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.integration.LocalDynamo;
import io.github.dynamodbmigrations.integration.OneKeyTable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A worker needs no more than 128 MB of heap, however much it reads: here 160 MB of items that are as large as they may be. */
@Execution(ExecutionMode.CONCURRENT)
final class HeapTest {
    private static final String HEAP = "-Xmx128m";
    private static final int OUT_OF_MEMORY = 3;
    private static final int ITEMS = 400;
    private static final int BYTES = 409_000;

    @TempDir
    Path directory = Path.of("");

    private final String table = LocalDynamo.uniqueName("large");

    @BeforeEach
    void largeItems() {
        var text = AttributeValue.fromS("x".repeat(BYTES));
        try (var client = LocalDynamo.client()) {
            OneKeyTable.create(client, table, "id");
            for (var id = 0; id < ITEMS; id++) {
                var item = Map.of("id", AttributeValue.fromS(Integer.toString(id)), "text", text);
                client.putItem(request -> request.tableName(table).item(item));
            }
        }
    }

    @Test
    void theEngineMigratesWithinASmallHeap() throws Exception {
        var manifest =
                Files.createDirectories(directory.resolve("code/META-INF")).resolve("dynamodb-migrations.properties");
        Files.writeString(manifest, "1=" + V0001_Greet.class.getName());
        var output = run(
                0,
                "io.github.dynamodbmigrations.integration.fault.EngineMain",
                "goal=migrate",
                "region=us-east-1",
                "endpoint=" + LocalDynamo.endpoint(),
                "accessKeyId=local",
                "secretAccessKey=local",
                "historyTable=" + LocalDynamo.uniqueName("history"),
                "tables.Things=" + table,
                "readUnits=40000",
                "writeUnits=40000",
                "settleDelaySeconds=0");
        assertTrue(output.contains("updated " + ITEMS), output);
    }

    @Test
    void whoeverKeptTheItemsWouldFail() throws Exception {
        var output = run(
                OUT_OF_MEMORY,
                HoardingMain.class.getName(),
                LocalDynamo.endpoint().toString(),
                table);
        assertTrue(output.contains("OutOfMemoryError"), output);
    }

    private String run(int exit, String main, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                directory.resolve("code")
                        + File.pathSeparator
                        + System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main));
        command.addAll(List.of(arguments));
        var log = directory.resolve("output.log");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var code = process.waitFor();
        var output = Files.readString(log);
        assertEquals(exit, code, output);
        return output;
    }
}
