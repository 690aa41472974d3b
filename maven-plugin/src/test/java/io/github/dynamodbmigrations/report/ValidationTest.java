package io.github.dynamodbmigrations.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.history.RunState;
import io.github.dynamodbmigrations.model.Problem;
import io.github.dynamodbmigrations.model.ProblemCode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValidationTest {
    private static final Problem TWICE =
            new Problem(ProblemCode.DUPLICATE_VERSION, "two migrations have version 2", "A, B", "Change one.");
    private static final Problem CLOCK = new Problem(ProblemCode.READS_CLOCK, "migrate asks the time", "A", "Use run.");

    @Test
    void isValidWhereEverythingFits() {
        var validation =
                Validation.of(List.of(CLOCK), Shop.migrations(), Shop.PLANNER, Shop.history(Shop.succeeded(1)));
        assertTrue(validation.isValid());
        assertEquals(
                List.of(
                        "history: table shop-migrations",
                        "warning: DM121 migrate asks the time: A. Use run.",
                        "3 migrations compared with their rules and with the history: valid"),
                validation.text());
    }

    @Test
    void namesEverythingAtOnce() {
        var missing = Shop.succeeded(4);
        var drifted = Shop.run(1, RunState.SUCCEEDED, Optional.empty(), "v1:older");
        var validation = Validation.of(List.of(TWICE), Shop.migrations(), Shop.PLANNER, Shop.history(drifted, missing));
        assertFalse(validation.isValid());
        assertEquals(
                List.of("DM101", "DM201", "DM203", "DM204", "DM204"),
                validation.findings().stream().map(Validation.Finding::code).toList());
        assertTrue(validation.summary().endsWith("with the history: 5 problems"), validation.summary());
    }

    @Test
    void aFailedRunIsAProblem() {
        var failed = Shop.run(1, RunState.FAILED, Optional.of("DM414 too many rejects."), "v1:own1");
        var validation = Validation.of(List.of(), Shop.migrations(), Shop.PLANNER, Shop.history(failed));
        assertEquals(
                "DM202 run run-1 of version 1 is FAILED: DM414 too many rejects. Remove the cause and run it again, which"
                        + " resumes it.",
                validation.findings().get(0).line());
        assertEquals(1, validation.findings().size());
    }

    @Test
    void saysWhatItDidWithoutAHistory() {
        var unread = HistoryReading.unreachable(Shop.SETTINGS, new IllegalStateException("no region"));
        var validation = Validation.of(List.of(), Shop.migrations(), Shop.PLANNER, unread);
        assertEquals("3 migrations compared with their rules only, not with the history: valid", validation.summary());
        assertTrue(
                validation.json().startsWith("{\n  \"valid\" : true,\n  \"historyRead\" : false,"), validation.json());
    }
}
