package io.github.dynamodbmigrations.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * What one would write by hand with the SDK alone: the same pages, the same conditional updates, as many of them at once,
 * and nothing that would let it be resumed, throttled, checked or trusted.
 */
final class BareLoop {
    private static final String CONDITION =
            "attribute_exists(#k) AND (attribute_not_exists(#g) OR #g < :rank) AND #b = :b AND #m = :old";

    private final BenchTable table;
    private final Shape shape;
    private final ExecutorService threads;

    BareLoop(BenchTable table, Shape shape, ExecutorService threads) {
        this.table = table;
        this.shape = shape;
        this.threads = threads;
    }

    Measurement run(int mark) throws InterruptedException, ExecutionException {
        var start = Measurement.Mark.now();
        var next = new AtomicInteger();
        var workers = new ArrayList<Callable<Void>>();
        for (var worker = 0; worker < shape.workers(); worker++) {
            workers.add(() -> {
                for (var segment = next.getAndIncrement();
                        segment < shape.segments();
                        segment = next.getAndIncrement()) {
                    walk(segment, mark);
                }
                return null;
            });
        }
        join(threads.invokeAll(workers));
        return Measurement.between(start, Measurement.Mark.now(), table.items());
    }

    private void walk(int segment, int mark) throws InterruptedException, ExecutionException {
        Map<String, AttributeValue> after = Map.of();
        do {
            var from = after;
            var page = table.client().scan(request -> {
                request.tableName(table.name())
                        .consistentRead(true)
                        .limit(Shape.PAGE_ITEMS)
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
                if (shape.segments() > 1) {
                    request.segment(segment).totalSegments(shape.segments());
                }
                if (!from.isEmpty()) {
                    request.exclusiveStartKey(from);
                }
            });
            change(page.items(), mark);
            after = page.lastEvaluatedKey();
        } while (!after.isEmpty());
    }

    private void change(List<Map<String, AttributeValue>> items, int mark)
            throws InterruptedException, ExecutionException {
        var next = new AtomicInteger();
        Callable<Void> lane = () -> {
            for (var index = next.getAndIncrement(); index < items.size(); index = next.getAndIncrement()) {
                change(items.get(index), mark);
            }
            return null;
        };
        join(threads.invokeAll(
                IntStream.range(0, Shape.IN_FLIGHT).mapToObj(number -> lane).toList()));
    }

    private void change(Map<String, AttributeValue> item, int mark) {
        var bucket = Objects.requireNonNull(item.get("bucket"));
        var old = Objects.requireNonNull(item.get("mark"));
        if (Integer.parseInt(bucket.n()) >= shape.buckets() || Integer.parseInt(old.n()) == mark) {
            return;
        }
        table.client()
                .updateItem(request -> request.tableName(table.name())
                        .key(Map.of("pk", item.get("pk")))
                        .updateExpression("SET #m = :new")
                        .conditionExpression(CONDITION)
                        .expressionAttributeNames(Map.of("#k", "pk", "#g", "_dm_bench", "#b", "bucket", "#m", "mark"))
                        .expressionAttributeValues(Map.of(
                                ":rank",
                                AttributeValue.fromN("1"),
                                ":b",
                                bucket,
                                ":old",
                                old,
                                ":new",
                                AttributeValue.fromN(Integer.toString(mark))))
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
    }

    private static void join(List<Future<Void>> done) throws InterruptedException, ExecutionException {
        for (var one : done) {
            one.get();
        }
    }
}
