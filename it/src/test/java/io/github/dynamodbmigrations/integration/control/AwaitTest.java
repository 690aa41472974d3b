package io.github.dynamodbmigrations.integration.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.connection.Connection;
import io.github.dynamodbmigrations.control.Await;
import io.github.dynamodbmigrations.history.RunState;
import io.github.dynamodbmigrations.throttle.Pause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Whoever waits for a run learns how it goes and how it ends, by nothing but its history. */
@Execution(ExecutionMode.CONCURRENT)
final class AwaitTest {
    private static final int ITEMS = 600;
    private static final String CREDENTIALS = "aws.sharedCredentialsFile";

    private final List<String> said = new ArrayList<>();

    @Test
    void waitsForTheEndOfARunUnderWay() throws Exception {
        try (var migration = new RunningMigration(ITEMS, controls -> controls)) {
            var running = migration.start(100);
            await(migration.connection, 60, length -> sleep(500)).untilApplied();
            assertEquals(
                    RunState.SUCCEEDED,
                    migration.status().latest().orElseThrow().state());
            assertEquals(Optional.empty(), running.get(10, TimeUnit.SECONDS));
            assertTrue(
                    said.stream().anyMatch(line -> line.startsWith("V0001 Things") && line.contains("items")), all());
            assertEquals("applied: version 1", said.get(said.size() - 1), all());
        }
    }

    @Test
    void failsWithTheCauseOfARunThatEnds() throws Exception {
        try (var migration = new RunningMigration(ITEMS, controls -> controls)) {
            var running = migration.start(20);
            var aborted = new AtomicBoolean();
            var ended = assertThrows(
                    MigrationException.class,
                    () -> await(migration.connection, 60, length -> {
                                if (migration.greeted() > 0 && aborted.compareAndSet(false, true)) {
                                    migration.operator.abortRun();
                                }
                                sleep(500);
                            })
                            .untilApplied());
            assertEquals("DM323", ended.code());
            assertEquals(
                    migration
                            .status()
                            .latest()
                            .orElseThrow()
                            .cause()
                            .orElseThrow()
                            .message(),
                    ended.getMessage());
            assertEquals(
                    "DM323", running.get(10, TimeUnit.SECONDS).orElseThrow().code());
            assertTrue(said.stream().anyMatch(line -> line.startsWith("V0001 INTERRUPTED, rank 1")), all());
        }
    }

    @Test
    void failsWhenTheTimeIsUp() {
        try (var migration = new RunningMigration(0, controls -> controls)) {
            var late = assertThrows(
                    MigrationException.class,
                    () -> await(migration.connection, 1, length -> sleep(600)).untilApplied());
            assertEquals("DM337", late.code());
            assertTrue(String.valueOf(late.getMessage()).contains("is not there yet"), late.getMessage());
        }
    }

    /** Temporary credentials end while it waits, and whoever waits logs in again. */
    @Test
    void readsCredentialsAnewForEachLook(@TempDir Path directory) throws Exception {
        try (var migration = new RunningMigration(ITEMS, controls -> controls)) {
            var file = Files.writeString(directory.resolve("credentials"), login("first"));
            System.setProperty(CREDENTIALS, file.toString());
            var looks = new ArrayList<String>();
            var running = migration.start(200);
            await(profiled(migration.connection), 60, length -> {
                        looks.add(said.get(said.size() - 1));
                        write(file, looks.size() == 1 ? "" : login("second"));
                        sleep(500);
                    })
                    .untilApplied();
            assertTrue(looks.get(1).startsWith("cannot look at the history for now: DM322"), all());
            assertEquals("applied: version 1", said.get(said.size() - 1), all());
            assertEquals(Optional.empty(), running.get(10, TimeUnit.SECONDS));
        } finally {
            System.clearProperty(CREDENTIALS);
        }
    }

    @Test
    void stopsAtOnceWhereNobodyIsLoggedIn(@TempDir Path directory) throws Exception {
        try (var migration = new RunningMigration(0, controls -> controls)) {
            System.setProperty(
                    CREDENTIALS,
                    Files.writeString(directory.resolve("none"), "").toString());
            var refused = assertThrows(
                    MigrationException.class,
                    () -> await(profiled(migration.connection), 60, length -> sleep(500))
                            .untilApplied());
            assertEquals("DM322", refused.code());
        } finally {
            System.clearProperty(CREDENTIALS);
        }
    }

    private Await await(Connection connection, long seconds, Pause pause) {
        return new Await(
                connection,
                List.of(1L),
                Duration.ofSeconds(seconds),
                Clock.systemUTC(),
                System::nanoTime,
                pause,
                said::add);
    }

    private static Connection profiled(Connection connection) {
        return new Connection(
                connection.history(),
                connection.region(),
                Optional.of("prod"),
                connection.endpoint(),
                connection.tables());
    }

    private static String login(String id) {
        return "[prod]\naws_access_key_id = " + id + "\naws_secret_access_key = secret\n";
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void sleep(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String all() {
        return String.join("\n", said);
    }
}
