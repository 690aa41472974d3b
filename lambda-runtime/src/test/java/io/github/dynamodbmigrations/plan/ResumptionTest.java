package io.github.dynamodbmigrations.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.OnChange;
import io.github.dynamodbmigrations.history.Checksums;
import io.github.dynamodbmigrations.history.Direction;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.KnownGuards;
import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.history.RunState;
import io.github.dynamodbmigrations.history.TableIdentity;
import io.github.dynamodbmigrations.scan.Filter;
import io.github.dynamodbmigrations.scan.KeySchema;
import io.github.dynamodbmigrations.scan.Source;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ResumptionTest {
    private static final Checksums OTHER = new Checksums("v1:other", "v1:reached");
    private static final Source SOURCE = new Source.Scan(Optional.empty(), Filter.NONE);

    /** Protocols, P6: unchanged or changed code, written or not, the author's word, the guard from the first write on. */
    @ParameterizedTest
    @CsvSource({
        "same,  false, STOP,     NONE,   Resume",
        "same,  true,  STOP,     NONE,   Resume",
        "same,  true,  REAPPLY,  NONE,   Resume",
        "other, false, STOP,     NONE,   Anew",
        "other, false, CONTINUE, ITEM,   Anew",
        "other, true,  STOP,     NONE,   Stop",
        "other, true,  STOP,     ITEM,   Stop",
        "other, true,  REAPPLY,  NONE,   Anew",
        "other, true,  REAPPLY,  ITEM,   Anew",
        "other, true,  RESTART,  NONE,   Stop",
        "other, true,  RESTART,  ITEM,   Again",
        "other, true,  RESTART,  LEDGER, Again",
        "other, true,  CONTINUE, NONE,   Stop",
        "other, true,  CONTINUE, ITEM,   Resume",
        "other, true,  CONTINUE, LEDGER, Resume"
    })
    void goesOnAsTheProtocolSays(String code, boolean wrote, OnChange onChange, GuardMode guard, String expected) {
        var now = plan(code.equals("same") ? Known.CODE : OTHER, guard, SOURCE, 8);
        var how = Resumption.decide(failed(wrote), plan(Known.CODE, guard, SOURCE, 4), now, onChange);
        assertEquals(expected, how.getClass().getSimpleName());
        if (how instanceof Resumption.Resume resume) {
            assertEquals(4, resume.plan().totalSegments(), "segments are frozen: checkpoints belong to them");
            assertEquals(now.checksums(), resume.plan().checksums());
        }
    }

    @Test
    void stopsWithTheChoiceInOneLine() {
        var stop = stop(
                plan(Known.CODE, GuardMode.NONE, SOURCE, 4), plan(OTHER, GuardMode.NONE, SOURCE, 4), OnChange.STOP);
        assertEquals(
                "DM206 version 3 changed after its run run-7 had written items and FAILED: its class differs from what it"
                        + " began with. Restore that, or choose @Migration(onChange = ...): REAPPLY if the new code accepts"
                        + " what the old code wrote; RESTART or CONTINUE if it has had a guard from its first write on.",
                stop.problem().message());
    }

    @Test
    void refusesAGuardThatTheFirstWriteDidNotHave() {
        var stop = stop(
                plan(Known.CODE, GuardMode.NONE, SOURCE, 4), plan(OTHER, GuardMode.ITEM, SOURCE, 4), OnChange.CONTINUE);
        assertEquals(FailureCode.UNGUARDED_WRITES, stop.problem().code());
    }

    @Test
    void takesOtherParametersForChangedCode() {
        var frozen = plan(Known.CODE, GuardMode.NONE, SOURCE, 4);
        assertEquals(
                FailureCode.CHANGED_AFTER_WRITES,
                stop(frozen, with(frozen, Map.of("rate", "2"), 0), OnChange.STOP)
                        .problem()
                        .code());
    }

    @Test
    void beginsAgainIfTheCheckpointsBelongToAnotherSource() {
        var index = new Source.Index("byDate", new KeySchema("date", Optional.empty()));
        var other = new Source.Scan(Optional.of(index), Filter.NONE);
        var how = Resumption.decide(
                failed(true),
                plan(Known.CODE, GuardMode.ITEM, SOURCE, 4),
                plan(OTHER, GuardMode.ITEM, other, 4),
                OnChange.CONTINUE);
        assertInstanceOf(Resumption.Again.class, how);
    }

    @Test
    void takesWhatDoesNotShapeTheResultAsItIsNow() {
        var frozen = plan(Known.CODE, GuardMode.NONE, SOURCE, 4);
        var how = Resumption.decide(failed(true), frozen, with(frozen, Map.of(), 9), OnChange.STOP);
        assertEquals(9, assertInstanceOf(Resumption.Resume.class, how).plan().maxRejected());
    }

    @Test
    void stopsBeforeAnotherTable() {
        var frozen = plan(Known.CODE, GuardMode.NONE, SOURCE, 4);
        var thrown = assertThrows(
                MigrationException.class,
                () -> Resumption.decide(failed(true), frozen, onTable(frozen, "id-2"), OnChange.STOP));
        assertEquals(FailureCode.TABLE_EXCHANGED.code(), thrown.code());
    }

    /** What was recorded of the former table is worth nothing for the one that took its place, but for guards in items. */
    @ParameterizedTest
    @CsvSource({
        "same,  false, STOP,     LEDGER, Anew",
        "same,  true,  STOP,     NONE,   Anew",
        "same,  true,  STOP,     ITEM,   Again",
        "same,  true,  STOP,     LEDGER, Stop",
        "other, true,  STOP,     NONE,   Stop",
        "other, true,  REAPPLY,  ITEM,   Anew",
        "other, true,  CONTINUE, ITEM,   Again"
    })
    void goesOnWithATableThatTookTheOthersPlace(
            String code, boolean wrote, OnChange onChange, GuardMode guard, String expected) {
        var frozen = plan(Known.CODE, guard, SOURCE, 4);
        var now = onTable(plan(code.equals("same") ? Known.CODE : OTHER, guard, SOURCE, 8), "id-2");
        var how = Resumption.onAnotherTable(failed(wrote), frozen, now, onChange);
        assertEquals(expected, how.getClass().getSimpleName());
        if (how instanceof Resumption.Again again) {
            assertEquals(now.table(), again.plan().table());
        }
    }

    @Test
    void comparesOnlyPlansOfTheSameRun() {
        var frozen = plan(Known.CODE, GuardMode.NONE, SOURCE, 4);
        var later = new RunPlan(
                3,
                8,
                Optional.empty(),
                Optional.empty(),
                "other",
                Instant.EPOCH,
                Map.of(),
                frozen.table(),
                SOURCE,
                4,
                GuardMode.NONE,
                "_dm_00000001",
                WriterFacts.UNKNOWN,
                Optional.empty(),
                Known.CODE,
                0,
                KnownGuards.OWN);
        assertThrows(
                IllegalArgumentException.class, () -> Resumption.decide(failed(true), frozen, later, OnChange.STOP));
    }

    private static Resumption.Stop stop(RunPlan frozen, RunPlan now, OnChange onChange) {
        return assertInstanceOf(Resumption.Stop.class, Resumption.decide(failed(true), frozen, now, onChange));
    }

    private static Run failed(boolean wrote) {
        return Known.run(3, 7, RunState.FAILED, Direction.UP, wrote);
    }

    private static RunPlan plan(Checksums checksums, GuardMode guard, Source source, int segments) {
        return plan(checksums, guard, source, segments, Map.of(), "id-1", 0);
    }

    private static RunPlan with(RunPlan plan, Map<String, String> parameters, long maxRejected) {
        return plan(
                plan.checksums(), plan.guard(), plan.source(), plan.totalSegments(), parameters, "id-1", maxRejected);
    }

    private static RunPlan onTable(RunPlan plan, String id) {
        return plan(plan.checksums(), plan.guard(), plan.source(), plan.totalSegments(), plan.parameters(), id, 0);
    }

    private static RunPlan plan(
            Checksums checksums,
            GuardMode guard,
            Source source,
            int segments,
            Map<String, String> parameters,
            String tableId,
            long maxRejected) {
        var keys = new KeySchema("pk", Optional.empty());
        return new RunPlan(
                3,
                7,
                Optional.empty(),
                Optional.empty(),
                "run-7",
                Instant.EPOCH,
                parameters,
                Optional.of(new TableIdentity("Things", "things", "arn:things", Optional.of(tableId), keys)),
                source,
                segments,
                guard,
                "_dm_00000001",
                WriterFacts.UNKNOWN,
                Optional.empty(),
                checksums,
                maxRejected,
                KnownGuards.OWN);
    }
}
