package io.github.dynamodbmigrations.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dynamodbmigrations.diff.Expectation;
import io.github.dynamodbmigrations.history.RunKey;
import io.github.dynamodbmigrations.plan.RunLog;
import io.github.dynamodbmigrations.scan.ItemKey;
import io.github.dynamodbmigrations.scan.KeySchema;
import io.github.dynamodbmigrations.write.ItemWrite;
import io.github.dynamodbmigrations.write.ItemWriter;
import io.github.dynamodbmigrations.write.WriteResult;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class MarkingWriterTest {
    private static final int WRITERS = 8;

    private static final ItemWrite WRITE = new ItemWrite.Delete(
            ItemKey.of(Map.of("id", AttributeValue.fromS("1")), new KeySchema("id", Optional.empty())),
            new Expectation(Map.of(), Set.of()),
            List.of());

    private final List<String> calls = new CopyOnWriteArrayList<>();

    @Test
    void writersThatArriveTogetherMarkOnceAndBeforeTheFirstWrite() throws Exception {
        var writer = new MarkingWriter(new Recorded(), log(), new RunKey(1, 1));
        var barrier = new CyclicBarrier(WRITERS);
        Callable<WriteResult> write = () -> {
            barrier.await();
            return writer.write(WRITE);
        };
        var threads = Executors.newFixedThreadPool(WRITERS);
        try {
            for (var done : threads.invokeAll(Collections.nCopies(WRITERS, write))) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
        assertEquals(1, Collections.frequency(calls, "mark"));
        assertEquals("mark", calls.get(0));
        assertEquals(WRITERS + 1, calls.size());
    }

    @Test
    void aMarkThatFailedIsTriedAgainBeforeTheNextWrite() {
        var failing = new MarkingWriter(new Recorded(), failingOnce(), new RunKey(1, 1));
        assertThrows(IllegalStateException.class, () -> failing.write(WRITE));
        assertEquals(List.of(), calls);
        failing.write(WRITE);
        assertEquals(List.of("mark", "write"), calls);
    }

    private RunLog log() {
        return log(() -> calls.add("mark"));
    }

    private RunLog failingOnce() {
        var isFirst = new boolean[] {true};
        return log(() -> {
            if (isFirst[0]) {
                isFirst[0] = false;
                throw new IllegalStateException("not reached");
            }
            calls.add("mark");
        });
    }

    private static RunLog log(Runnable mark) {
        return (RunLog) Proxy.newProxyInstance(
                RunLog.class.getClassLoader(), new Class<?>[] {RunLog.class}, (proxy, method, arguments) -> {
                    assertEquals("markWrote", method.getName());
                    mark.run();
                    return null;
                });
    }

    private final class Recorded implements ItemWriter {
        @Override
        public WriteResult write(ItemWrite write) {
            calls.add("write");
            return new WriteResult.Written(1);
        }

        @Override
        public boolean isMarked(ItemKey key) {
            return false;
        }
    }
}
