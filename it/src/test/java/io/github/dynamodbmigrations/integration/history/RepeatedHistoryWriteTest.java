package io.github.dynamodbmigrations.integration.history;

import static io.github.dynamodbmigrations.integration.history.LocalHistory.ADA;
import static io.github.dynamodbmigrations.integration.history.LocalHistory.attempt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.checkpoint.SegmentPass;
import io.github.dynamodbmigrations.checkpoint.Tally;
import io.github.dynamodbmigrations.history.Cause;
import io.github.dynamodbmigrations.history.RunState;
import io.github.dynamodbmigrations.integration.LocalDynamo;
import io.github.dynamodbmigrations.integration.LossyHttpClient;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** A write that was made and whose answer was lost is repeated, and recognised as our own. */
@Execution(ExecutionMode.CONCURRENT)
final class RepeatedHistoryWriteTest {
    private static final SegmentPass WHERE = new SegmentPass(1, 1, 1, 0);

    private final LocalHistory history = LocalHistory.create();
    private Optional<LossyHttpClient> lossy = Optional.empty();

    @AfterEach
    void losesOneAnswer() {
        assertTrue(lossy.orElseThrow().hasLost(), "nothing was lost, so that nothing was tried");
    }

    @Test
    void takesTheLockOnce() {
        assertEquals(1, losing("PutItem").take(ADA).epoch());
        assertEquals(1, history.lock.read().epoch());
    }

    @Test
    void renewsTheLock() {
        var ada = history.take(ADA);
        assertTrue(losing("UpdateItem").lock.renew(ada));
    }

    @Test
    void startsARunOnce() {
        var ada = history.take(ADA);
        var run = losing("TransactWriteItems").runs.start(ada, history.plan(1), attempt(ADA, "a"));
        assertEquals(RunState.RUNNING, run.state());
        assertEquals(1, history.history.open().lastRank());
    }

    @Test
    void succeedsOnce() {
        var ada = history.take(ADA);
        var run = history.runs.start(ada, history.plan(1), attempt(ADA, "a"));
        assertEquals(
                RunState.SUCCEEDED,
                losing("TransactWriteItems").runs.succeed(ada, run, Tally.ZERO).state());
        assertEquals(1, history.sorts("VERSION_").size());
    }

    @Test
    void recordsAnEndThatTheCallerRepeats() {
        var ada = history.take(ADA);
        var run = history.runs.start(ada, history.plan(1), attempt(ADA, "a"));
        var cause = new Cause("DM499", "DM499 unexpected");
        var first = losing("TransactWriteItems").runs.fail(ada, run, cause, Tally.ZERO);
        history.lock.release(ada);
        assertEquals(first, history.runs.fail(ada, run, cause, Tally.ZERO), "also when the lock was let go meanwhile");
        assertEquals(1, history.sorts("VERSION_").size());
    }

    @Test
    void advancesACheckpointOnce() {
        var claimed = history.checkpoints.claim(WHERE, 1, "w1").checkpoint();
        var next = claimed.after(Optional.empty(), 3, new Tally(1, 1, 0, 0, 0, 0, 0, 0, 0, 0), 0, 0);
        losing("UpdateItem").checkpoints.advance(claimed, next);
        assertEquals(1, history.checkpoints.ofPass(1, 1, 1).get(0).seq());
    }

    @Test
    void takesItsOwnRepeatedClaimForAMissingWorkersToBeSafe() {
        var through = losing("UpdateItem");
        assertTrue(through.checkpoints.claim(WHERE, 1, "w1").unclean());
        assertEquals(1, through.missing.get());
    }

    private LocalHistory losing(String action) {
        history.history.open();
        var client = new LossyHttpClient(UrlConnectionHttpClient.create(), target -> target.endsWith("." + action));
        lossy = Optional.of(client);
        return history.through(LocalDynamo.builder()
                .httpClient(client)
                .overrideConfiguration(override -> override.retryStrategy(RetryMode.STANDARD))
                .build());
    }
}
