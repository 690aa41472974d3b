package io.github.dynamodbmigrations.launch;

import io.github.dynamodbmigrations.launch.LocalApi.Answer;
import io.github.dynamodbmigrations.sam.TableShape;
import io.github.dynamodbmigrations.throttle.Pause;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Puts the items of fixture files into tables, a few batches at a time. */
final class FixtureLoader {
    private static final int ITEMS_A_BATCH = 25;
    private static final int BATCHES_AT_A_TIME = 4;
    private static final int TRIES = 8;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final String NOTHING_LEFT = "{}";

    private final LocalApi api;
    private final Pause pause;

    FixtureLoader(LocalApi api, Pause pause) {
        this.api = api;
        this.pause = pause;
    }

    /** Puts a file's items into a table; answers with their number. */
    long load(FixtureFile file, String table, TableShape shape) {
        var loading = new Loading(table);
        file.forEach(item -> {
            item.requireKeysOf(shape);
            loading.add(item);
        });
        return loading.finish();
    }

    /** A batch on its way. */
    private record Sent(List<FixtureItem> items, CompletableFuture<Answer> answer) {}

    /** One file being loaded. */
    private final class Loading {
        private final String table;
        private final ArrayDeque<Sent> sent = new ArrayDeque<>();
        private List<FixtureItem> next = new ArrayList<>();
        private long loaded;

        Loading(String table) {
            this.table = table;
        }

        void add(FixtureItem item) {
            next.add(item);
            if (next.size() == ITEMS_A_BATCH) {
                send();
            }
        }

        long finish() {
            if (!next.isEmpty()) {
                send();
            }
            while (!sent.isEmpty()) {
                settleOldest();
            }
            return loaded;
        }

        private void send() {
            if (sent.size() == BATCHES_AT_A_TIME) {
                settleOldest();
            }
            sent.add(new Sent(next, api.start("BatchWriteItem", request(table, next))));
            next = new ArrayList<>();
        }

        private void settleOldest() {
            var batch = sent.remove();
            var answer = untilProcessed(api.await(batch.answer()), batch.items().get(0));
            if (!answer.isOk()) {
                settleOneByOne(batch.items());
            }
            loaded += batch.items().size();
        }

        /** A refused batch was not written at all, and its answer names no item: so each goes alone. */
        private void settleOneByOne(List<FixtureItem> items) {
            for (var item : items) {
                var answer = untilProcessed(api.call("BatchWriteItem", request(table, List.of(item))), item);
                if (!answer.isOk()) {
                    throw item.at().problem("is refused by DynamoDB as " + answer.error());
                }
            }
        }
    }

    private Answer untilProcessed(Answer first, FixtureItem item) {
        var answer = first;
        var length = FIRST_PAUSE;
        for (var tries = 0; tries < TRIES; tries++, length = length.multipliedBy(2)) {
            var left = answer.isOk() ? answer.field("UnprocessedItems").orElse(NOTHING_LEFT) : NOTHING_LEFT;
            if (left.equals(NOTHING_LEFT)) {
                return answer;
            }
            pause.pause(length);
            answer = api.call("BatchWriteItem", "{\"RequestItems\":" + left + "}");
        }
        throw item.at().problem("or one after it stays unprocessed by DynamoDB");
    }

    private static String request(String table, List<FixtureItem> items) {
        return items.stream()
                .map(item -> "{\"PutRequest\":{\"Item\":" + item.json() + "}}")
                .collect(Collectors.joining(",", "{\"RequestItems\":{\"" + table + "\":[", "]}}"));
    }
}
