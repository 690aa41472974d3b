package io.github.dynamodbmigrations.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.history.Amendment;
import io.github.dynamodbmigrations.history.Binding;
import io.github.dynamodbmigrations.history.Checksums;
import io.github.dynamodbmigrations.history.HistoryState;
import io.github.dynamodbmigrations.history.RunKey;
import io.github.dynamodbmigrations.history.RunState;
import io.github.dynamodbmigrations.history.TableIdentity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What people have said of a history counts where it is compared with the code. */
final class AmendedHistoryTest {
    private static final Checksums OTHER = new Checksums("v1:other", "v1:reached");

    @Test
    void anAcceptedVersionMayLackItsClassAndNoOther() {
        var accepted = amended(new Amendment.Accepted(1));
        assertTrue(check(accepted, List.of(Known.migration(2))).problems().isEmpty());
        assertEquals(
                "DM203",
                check(accepted, List.of(Known.migration(1)))
                        .problems()
                        .get(0)
                        .code()
                        .code());
    }

    @Test
    void showsAnAcceptedVersionAsDeleted() {
        var states = VersionStates.of(
                amended(new Amendment.Accepted(1)), List.of(Known.migration(2)), PlannerSettings.DEFAULT, 0);
        assertEquals(VersionState.DELETED, states.get(0).state());
        var without = VersionStates.of(amended(), List.of(Known.migration(2)), PlannerSettings.DEFAULT, 0);
        assertEquals(VersionState.MISSING, without.get(0).state());
    }

    @Test
    void theLastRealignmentCounts() {
        var first = new Amendment.Realigned(new RunKey(1, 1), Known.CODE, new Checksums("v1:x", "v1:y"));
        var second = new Amendment.Realigned(new RunKey(1, 1), first.to(), OTHER);
        var state = amended(first, second);
        assertEquals(OTHER, state.latest(1).orElseThrow().checksums());
        assertEquals(Known.CODE, state.latest(2).orElseThrow().checksums());
        assertTrue(check(state, List.of(Known.migration(1, OTHER), Known.migration(2)))
                .warnings()
                .isEmpty());
        assertFalse(check(state, List.of(Known.migration(1), Known.migration(2)))
                .warnings()
                .isEmpty());
    }

    @Test
    void aTableHasTakenAnothersPlaceOnlyIfSomebodySaidSo() {
        var former = Known.table(0, Map.of()).identity();
        var now = new TableIdentity(former.logical(), former.name(), former.arn(), Optional.of("id-2"), former.keys());
        var rebound = amended(new Amendment.Rebound(Binding.of(former), Binding.of(now)));
        assertTrue(rebound.isRebound(former, now));
        assertFalse(rebound.isRebound(now, former));
        assertFalse(amended().isRebound(former, now));
    }

    @Test
    void whatARestoredTableLacksIsPendingAgainInItsOrder() {
        var restored = amended(new Amendment.Restored("Things", 1, List.of(new RunKey(2, 2))));
        var migrations = List.of(Known.migration(1), Known.migration(2));
        assertFalse(restored.isApplied(2));
        assertEquals(1, restored.highestApplied());
        assertEquals(Set.of(2L), restored.guards().forgotten());
        assertEquals(
                VersionState.PENDING,
                VersionStates.of(restored, migrations, PlannerSettings.DEFAULT, 0)
                        .get(1)
                        .state());
        var forgottenFirst = amended(new Amendment.Restored("Things", 0, List.of(new RunKey(1, 1))));
        assertTrue(
                check(forgottenFirst, migrations).problems().isEmpty(),
                "it is not out of order, though a later version of another table counts");
        assertTrue(amended().isApplied(2));
    }

    @Test
    void aRunIsUnverifiedOnlyIfSomebodySaidSoOfItsLastPass() {
        var run = Known.run(1, 1, RunState.SUCCEEDED);
        var word = new Amendment.Unverified(run.key(), run.pass());
        assertEquals("ada", amended(word).unverified(run).map(Amendment::who).orElse(""));
        assertTrue(amended(word).unverified(run.inPass(run.pass() + 1)).isEmpty(), "it went on after all");
        assertTrue(amended(word).unverified(Known.run(1, 1, RunState.FAILED)).isEmpty());
        assertTrue(amended().unverified(run).isEmpty());
    }

    @Test
    void aBaselineIsHonouredByAHistoryThatHasNotBegun() {
        var empty = Known.history(0);
        assertTrue(empty.withBaseline(2, 0).isApplied(2));
        assertFalse(empty.withBaseline(2, 0).isApplied(3));
        assertFalse(amended().withBaseline(7, 0).isApplied(7), "it has runs");
        assertEquals(2, empty.withBaseline(2, 0).withBaseline(3, 0).baseline(), "it has another one");
    }

    private static HistoryCheck check(HistoryState state, List<MigrationDefinition> migrations) {
        return HistoryCheck.of(state, migrations, PlannerSettings.DEFAULT);
    }

    private static HistoryState amended(Amendment.Act... acts) {
        var plain = Known.history(0, Known.run(1, 1, RunState.SUCCEEDED), Known.run(2, 2, RunState.SUCCEEDED));
        var amendments = IntStream.range(0, acts.length)
                .mapToObj(number -> new Amendment(number + 1, Instant.EPOCH, "ada", "because", acts[number]))
                .toList();
        return new HistoryState(
                plain.id(),
                plain.baseline(),
                plain.status(),
                plain.lastRank(),
                plain.runs(),
                plain.bindings(),
                amendments);
    }
}
