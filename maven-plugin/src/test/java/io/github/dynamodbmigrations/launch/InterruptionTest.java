package io.github.dynamodbmigrations.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A process that is told to end, as an own process, since only that can be told. */
final class InterruptionTest {
    private static final long ENOUGH_SECONDS = 30;

    /** Runs until it is asked to stop, and then so long as it is told to. */
    static final class Main {
        private Main() {}

        public static void main(String[] arguments) throws InterruptedException {
            var patience = Duration.ofMillis(Long.parseLong(arguments[0]));
            try (var interruption = Interruption.watch(patience, Main::say)) {
                say("began");
                while (!interruption.isAsked()) {
                    Thread.sleep(10);
                }
                Thread.sleep(Long.parseLong(arguments[1]));
                say("ended in order");
            }
        }

        private static void say(String line) {
            System.out.println(line);
        }
    }

    @Test
    void theProcessWaitsForWhatRuns() throws Exception {
        assertEquals(
                List.of("began", "told to stop: items that were begun are finished first", "ended in order"),
                stopped(20_000, 500));
    }

    @Test
    void butNotForEver() throws Exception {
        assertEquals(
                List.of(
                        "began",
                        "told to stop: items that were begun are finished first",
                        "what runs did not end within 1 s; the next start resumes it all the same"),
                stopped(1_000, 60_000));
    }

    @Test
    void whatEndsByItselfIsNotAskedToStop() {
        var interruption = Interruption.watch(Duration.ofSeconds(1), line -> {
            throw new AssertionError(line);
        });
        interruption.close();
        assertFalse(interruption.isAsked());
    }

    private static List<String> stopped(long patience, long ends) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Main.class.getName(),
                        Long.toString(patience),
                        Long.toString(ends))
                .redirectErrorStream(true)
                .start();
        try (var out = process.inputReader(StandardCharsets.UTF_8)) {
            var first = String.valueOf(out.readLine());
            process.toHandle().destroy();
            assertTrue(process.waitFor(ENOUGH_SECONDS, TimeUnit.SECONDS), "it does not end");
            return Stream.concat(Stream.of(first), out.lines()).toList();
        } finally {
            process.destroyForcibly();
        }
    }
}
