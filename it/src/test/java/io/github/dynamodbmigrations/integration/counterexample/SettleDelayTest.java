package io.github.dynamodbmigrations.integration.counterexample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.history.RunState;
import io.github.dynamodbmigrations.write.ItemWriter;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A writer of the application has read an item before it was migrated, and two seconds later puts it back as a whole: the
 * last write of the old shape, although no new one has begun since.
 */
@Execution(ExecutionMode.CONCURRENT)
final class SettleDelayTest extends CounterExample {
    private static final Duration READ_TO_WRITE = Duration.ofSeconds(2);

    @Test
    void aVerifyPassWaitsForWhatTheApplicationHasReadAndNotYetWritten() {
        assertEquals(RunState.SUCCEEDED, migrate(READ_TO_WRITE.multipliedBy(2)).state());
        assertEquals("true", marked(), "the put was found, and migrated by a sweep");
    }

    @Test
    void negativeControlWithoutThatWaitTheHistorySaysSuccessAndTheOldShapeComesBack() {
        assertEquals(RunState.SUCCEEDED, migrate(Duration.ZERO).state());
        assertEquals("none", marked());
    }

    private Run migrate(Duration settleDelay) {
        things.put("1", "name", "Ada");
        var read = things.get("1");
        var put = new CompletableFuture<Void>();
        engine.settling(settleDelay)
                .with(ports -> {
                    var doubles = new Doubles(ports);
                    var writer = doubles.writer;
                    doubles.writer = plan -> Call.intercepted(ItemWriter.class, writer.apply(plan), call -> {
                        var written = call.make();
                        if (call.name().equals("write")) {
                            put.completeAsync(
                                    () -> {
                                        things.put("1", read);
                                        return null;
                                    },
                                    CompletableFuture.delayedExecutor(READ_TO_WRITE.toMillis(), TimeUnit.MILLISECONDS));
                        }
                        return written;
                    });
                    return doubles.ports();
                })
                .migrate(StaleImageTest.Mark.class);
        put.join();
        return engine.runs().get(0);
    }

    private String marked() {
        return things.get("1").containsKey("marked") ? "true" : "none";
    }
}
