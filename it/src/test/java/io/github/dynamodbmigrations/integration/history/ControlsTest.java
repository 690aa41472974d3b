package io.github.dynamodbmigrations.integration.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.history.Control;
import io.github.dynamodbmigrations.history.RunKey;
import io.github.dynamodbmigrations.history.RunState;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What operators ask, kept in the history table. */
@Execution(ExecutionMode.CONCURRENT)
final class ControlsTest {
    private static final Control.Wish WISH = new Control.Wish("ada@laptop", "the sale goes on", LocalHistory.NOW);
    private static final RunKey RUN = new RunKey(7, 12);

    private final LocalHistory history = LocalHistory.create();

    @Test
    void asksNothingUntilSomebodyDoes() {
        assertEquals(Control.NONE, history.controls.read());
    }

    @Test
    void keepsPauseRateAndAbortBesideEachOther() {
        var rate = new Control.Rate(RUN, 0, 250.5, WISH);
        var abort = new Control.Abort(RUN, 3, WISH);
        history.controls.change(seen -> seen.paused(WISH));
        history.controls.change(seen -> seen.withRate(rate));
        history.controls.change(seen -> seen.withAbort(abort));
        assertEquals(new Control(3, Optional.of(rate), Optional.of(WISH), Optional.of(abort)), history.controls.read());
        history.controls.change(Control::resumed);
        assertEquals(new Control(4, Optional.of(rate), Optional.empty(), Optional.of(abort)), history.controls.read());
    }

    @Test
    void refusesAChangeOfWhatIsNoLongerThere() {
        var seen = history.controls.read();
        assertTrue(history.controls.change(seen, seen.paused(WISH)));
        assertFalse(history.controls.change(seen, seen.resumed()));
        assertTrue(history.controls.read().pause().isPresent());
    }

    @Test
    void losesNoWishOfSeveralOperators() {
        IntStream.range(0, 20)
                .parallel()
                .forEach(i -> history.controls.change(
                        i % 2 == 0
                                ? seen -> seen.paused(WISH)
                                : seen -> seen.withRate(new Control.Rate(RUN, 0, i, WISH))));
        var control = history.controls.read();
        assertEquals(20, control.revision());
        assertTrue(control.pause().isPresent() && control.rate().isPresent());
    }

    @Test
    void meansAnAttemptAndNoLaterOne() {
        var control = Control.NONE.withAbort(new Control.Abort(RUN, 3, WISH));
        assertEquals(Optional.of(WISH), control.abortOf(RUN, 3));
        assertEquals(Optional.empty(), control.abortOf(RUN, 4), "the run was resumed since");
        assertEquals(Optional.empty(), control.abortOf(new RunKey(7, 13), 3));
        assertEquals(
                Optional.empty(),
                control.withRate(new Control.Rate(RUN, 1, 1, WISH)).rateOf(new RunKey(8, 13)));
    }

    @Test
    void isNoPartOfWhatTheHistoryTells() {
        history.controls.change(seen -> seen.paused(WISH));
        var ada = history.take(LocalHistory.ADA);
        var run = history.runs.start(ada, history.plan(1), LocalHistory.attempt(LocalHistory.ADA, "a"));
        assertEquals(RunState.RUNNING, run.state());
        assertEquals(1, history.history.open().runs().size());
    }
}
