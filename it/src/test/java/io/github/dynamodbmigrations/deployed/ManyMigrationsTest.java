package io.github.dynamodbmigrations.deployed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.history.RunState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/** A project with a long past. */
@Deployed
final class ManyMigrationsTest {
    private static final int SIZE = 20;
    private static final long NEWEST = 200;
    private static final long OLDEST_EMITTED = 189;
    private static final String MIGRATION = """
            package com.example.migrations;

            import io.github.dynamodbmigrations.Change;
            import io.github.dynamodbmigrations.Item;
            import io.github.dynamodbmigrations.ItemMigration;
            import io.github.dynamodbmigrations.Migration;
            import io.github.dynamodbmigrations.RunContext;
            import java.math.BigDecimal;

            @Migration(version = %1$d, table = "Orders", description = "Shape %1$d")
            public final class V%1$04d_Shape%1$d implements ItemMigration {
                @Override
                public Change migrate(Item order, RunContext run) {
                    return order.number("shape").filter(BigDecimal.valueOf(%1$d)::equals).isPresent()
                            ? Change.keep()
                            : Change.update(order.with("shape", %1$d));
                }
            }
            """;

    @Test
    void ofTwoHundredTheNewestTwelveAreDeployedOverABaseline(@TempDir Path directory) throws IOException {
        var project = UsersProject.empty(directory.resolve("orders"), "README.md");
        project.put(
                "pom.xml",
                String.join(
                        "\n",
                        Shown.in("README.md", "the whole of a project's pom.xml")
                                .lines()));
        for (var version = 1L; version <= NEWEST; version++) {
            project.put(
                    "src/main/java/com/example/migrations/V%04d_Shape%d.java".formatted(version, version),
                    MIGRATION.formatted(version));
        }
        var packaged = project.type("mvn package -Ddynamodb-migrations.emitFrom=" + OLDEST_EMITTED);
        assertTrue(packaged.succeeded(), packaged::toString);
        var stack = Stack.over(Orders.create(SIZE));

        var deployed = stack.deploy(
                project.directory().resolve("target/dynamodb-migrations/template.yaml"),
                Map.of("BaselineVersion", Long.toString(OLDEST_EMITTED - 1)));

        assertTrue(deployed.succeeded(), deployed::toString);
        LongStream.rangeClosed(OLDEST_EMITTED, NEWEST)
                .forEach(version -> System.out.printf(
                        "version %d of %d was deployed in %.1f s%n",
                        version, NEWEST, took(stack, version).toMillis() / 1000.0));
        var runs = stack.history().runs();
        assertEquals(
                LongStream.rangeClosed(OLDEST_EMITTED, NEWEST).boxed().toList(),
                runs.stream().map(Run::version).toList());
        assertTrue(runs.stream().allMatch(run -> run.state() == RunState.SUCCEEDED), runs::toString);
        assertTrue(stack.orders().read().stream()
                .allMatch(order -> order.text("shape").equals(Long.toString(NEWEST))));
    }

    /** How long the stack of a version took. */
    private static Duration took(Stack stack, long version) {
        var events = stack.resources("AWS::CloudFormation::Stack").stream()
                .filter(event -> event.logicalResourceId().equals("Migration" + version))
                .map(StackEvent::timestamp)
                .sorted()
                .toList();
        return Duration.between(events.get(0), events.get(events.size() - 1));
    }
}
