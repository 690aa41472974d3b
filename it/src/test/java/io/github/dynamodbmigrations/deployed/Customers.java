package io.github.dynamodbmigrations.deployed;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import software.amazon.awssdk.services.lambda.LambdaClient;

/**
 * The customers of {@code it/app}, who change their addresses through its function all the time, some through the code that an alias
 * leads to and some through an older version; and the record that they keep of what was acknowledged.
 */
final class Customers implements AutoCloseable {
    static final int COUNT = 2_000;
    private static final int BATCH = 25;
    private static final int WRITERS = 2;
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final String LIVE = "live";

    private final String table;
    private final String function;
    private final LambdaClient functions = Cloud.functionsCalledOnce();
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final Map<String, Known> doubtful = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> changes = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
    private final List<Background> writers;
    private volatile Optional<String> older = Optional.empty();

    /**
     * What a customer knows.
     *
     * @param address the last one that was acknowledged
     * @param changes how often it was changed
     */
    record Known(String address, int changes) {
        Known changedTo(String other) {
            return new Known(other, changes + 1);
        }
    }

    /** Loads them in the shape of before, and lets them begin. */
    Customers(String table, String function) {
        this.table = table;
        this.function = function;
        try (var dynamo = Cloud.dynamo()) {
            for (var start = 0; start < COUNT; start += BATCH) {
                var writes = IntStream.range(start, start + BATCH)
                        .mapToObj(Customers::loaded)
                        .map(customer -> WriteRequest.builder()
                                .putRequest(put -> put.item(customer))
                                .build())
                        .toList();
                dynamo.batchWriteItem(request -> request.requestItems(Map.of(table, writes)));
            }
        }
        IntStream.range(0, COUNT).forEach(number -> known.put(id(number), new Known(first(number), 0)));
        this.writers = IntStream.range(0, WRITERS)
                .mapToObj(writer -> {
                    var random = new Random(writer);
                    return new Background("customers", PAUSE, () -> change(writer, random));
                })
                .toList();
    }

    private static Map<String, AttributeValue> loaded(int number) {
        return Map.of("id", AttributeValue.fromS(id(number)), "mail", AttributeValue.fromS(first(number)));
    }

    private static String id(int number) {
        return "customer-%05d".formatted(number);
    }

    private static String first(int number) {
        return number + "@example.com";
    }

    /** The version that the alias leads to now. */
    String live() {
        try (var functions = Cloud.functions()) {
            return functions
                    .getAlias(request -> request.functionName(function).name(LIVE))
                    .functionVersion();
        }
    }

    /** From now on every other change goes through this version. */
    void useToo(String version) {
        older = Optional.of(version);
    }

    void useLiveOnly() {
        older = Optional.empty();
    }

    /** How many changes went through a version, or through the alias. */
    int through(String version) {
        return changes.getOrDefault(version, new AtomicInteger()).get();
    }

    int throughLive() {
        return through(LIVE);
    }

    /** Each writer has customers of its own, so that their changes have an order. */
    private void change(int writer, Random random) {
        var id = id(random.nextInt(COUNT / WRITERS) * WRITERS + writer);
        if (doubtful.containsKey(id)) {
            return;
        }
        var version = older.filter(any -> random.nextBoolean()).orElse(LIVE);
        var before = known.getOrDefault(id, new Known("nobody", 0));
        var address = id + "-" + (before.changes() + 1) + "@example.com";
        try {
            var read = ask(version, id, address);
            known.put(id, before.changedTo(address));
            changes.computeIfAbsent(version, any -> new AtomicInteger()).incrementAndGet();
            if (!read.equals(before.address())) {
                wrong.add(version + " has read " + read + " where " + before + " was written");
            }
        } catch (SdkException | IllegalStateException unanswered) {
            Traces.say(version + " did not answer: " + unanswered.getMessage());
            doubtful.put(id, before.changedTo(address));
        }
    }

    /** The address that the function has read before it wrote the other one. */
    private String ask(String version, String id, String address) {
        var answer = functions.invoke(request -> request.functionName(function)
                .qualifier(version)
                .payload(SdkBytes.fromUtf8String("{\"id\": \"%s\", \"address\": \"%s\"}".formatted(id, address))));
        var text = answer.payload().asString(StandardCharsets.UTF_8);
        if (answer.functionError() != null || text.isBlank()) {
            throw new IllegalStateException("error " + answer.functionError() + ", answer " + text);
        }
        return JsonNode.parser()
                .parse(text)
                .field("formerAddress")
                .orElseThrow()
                .asString();
    }

    /** What was read that had not been written. */
    List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** How many changes were not answered; nobody knows whether these were made, and nothing more is asked of their customers. */
    int unanswered() {
        return doubtful.size();
    }

    /** The customers of whom something else is stored than was acknowledged; an unanswered change may have been made or not. */
    List<String> differences(Map<String, Known> stored) {
        return known.keySet().stream()
                .filter(id -> !mayBe(id, stored.get(id)))
                .map(id -> id + " was " + known.get(id) + ", and is stored as " + stored.get(id))
                .toList();
    }

    private boolean mayBe(String id, @Nullable Known stored) {
        return stored != null && (stored.equals(known.get(id)) || stored.equals(doubtful.get(id)));
    }

    /** What the table holds, under one name of the attribute. */
    Map<String, Known> stored(String attribute) {
        var stored = new TreeMap<String, Known>();
        try (var dynamo = Cloud.dynamo()) {
            dynamo.scanPaginator(request -> request.tableName(table).consistentRead(true)).items().stream()
                    .map(Orders.Order::of)
                    .filter(customer -> !customer.text(attribute).equals(Orders.Order.NONE))
                    .forEach(customer -> stored.put(customer.text("id"), known(customer, attribute)));
        }
        return stored;
    }

    private static Known known(Orders.Order customer, String attribute) {
        var changes = customer.text("changes");
        return new Known(customer.text(attribute), changes.equals(Orders.Order.NONE) ? 0 : Integer.parseInt(changes));
    }

    @Override
    public void close() {
        writers.forEach(Background::close);
        functions.close();
    }
}
