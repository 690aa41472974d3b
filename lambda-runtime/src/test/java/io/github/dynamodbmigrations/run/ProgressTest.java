package io.github.dynamodbmigrations.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.dynamodbmigrations.checkpoint.Tally;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final Tally TALLY = new Tally(2000, 793, 1204, 0, 3, 0, 0, 0, 0, 0);

    @Test
    void showsWhatIsDoneAndHowLongTheRestWillTake() {
        var progress = new Progress(
                7,
                "Customers",
                false,
                460_900,
                752_000,
                TALLY,
                Duration.ofSeconds(125),
                0,
                "98 of 100 WCU/s  throttled: write budget");
        assertEquals(
                "V0007 Customers   61.3%  460,900/~752,000 items  updated 1,204  rejected 3  conflicts 0"
                        + "  98 of 100 WCU/s  throttled: write budget  ETA 1m18s",
                progress.line());
    }

    @Test
    void estimatesFromTheSpeedOfThisAttemptOnly() {
        var resumed = new Progress(7, "Customers", false, 600, 1000, Tally.ZERO, Duration.ofSeconds(10), 500, "");
        assertEquals(true, resumed.line().endsWith("ETA 40s"), resumed.line());
    }

    @Test
    void estimatesNothingBelowOnePercentNorAtTheEnd() {
        for (var evaluated : new long[] {9, 1000, 1200}) {
            var line = new Progress(7, "T", true, evaluated, 1000, Tally.ZERO, Duration.ofSeconds(1), 0, "").line();
            assertFalse(line.contains("ETA"), line);
        }
    }

    @Test
    void writesDurationsWithTheTwoUnitsThatMatter() {
        assertEquals("0.4s", Text.duration(Duration.ofMillis(400)));
        assertEquals("12s", Text.duration(Duration.ofSeconds(12)));
        assertEquals("1m09s", Text.duration(Duration.ofSeconds(69)));
        assertEquals("2h05m", Text.duration(Duration.ofMinutes(125)));
    }
}
