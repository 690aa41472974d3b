package io.github.dynamodbmigrations.segment;

import io.github.dynamodbmigrations.judge.Plans;
import io.github.dynamodbmigrations.scan.ItemKey;
import io.github.dynamodbmigrations.scan.PageSource;
import io.github.dynamodbmigrations.scan.Reading;
import io.github.dynamodbmigrations.throttle.TransientReason;
import io.github.dynamodbmigrations.write.ItemWrite;
import io.github.dynamodbmigrations.write.ItemWriter;
import io.github.dynamodbmigrations.write.RankGuard;
import io.github.dynamodbmigrations.write.WriteResult;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.NullUnmarked;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A table in memory that keeps a write's conditions as DynamoDB does, and lets a test act between reading and writing. */
@NullUnmarked
final class FakeTable implements ItemWriter, PageSource {
    final Map<String, Map<String, AttributeValue>> items = new TreeMap<>();
    final Set<String> markers = new HashSet<>();
    final List<ItemWrite> acknowledged = new ArrayList<>();
    final Deque<Runnable> beforeWrites = new ArrayDeque<>();
    final Deque<WriteResult> answers = new ArrayDeque<>();
    final Deque<TransientReason> readRefusals = new ArrayDeque<>();
    Predicate<Map<String, AttributeValue>> filter = image -> true;
    boolean setsGuard;
    boolean keepsMarkers;
    boolean losesAcknowledgements;
    int tries;

    void put(String key, Map<String, AttributeValue> attributes) {
        items.put(key, Plans.item(key, attributes));
    }

    void set(String key, String name, AttributeValue value) {
        var changed = new TreeMap<>(items.get(key));
        changed.put(name, value);
        items.put(key, changed);
    }

    @Override
    public synchronized WriteResult write(ItemWrite write) {
        tries++;
        if (!beforeWrites.isEmpty()) {
            beforeWrites.pop().run();
        }
        if (!answers.isEmpty()) {
            return answers.pop();
        }
        var result = attempt(write);
        if (result instanceof WriteResult.Written && losesAcknowledgements) {
            losesAcknowledgements = false;
            return attempt(write);
        }
        return result;
    }

    private WriteResult attempt(ItemWrite write) {
        var key = write.key().attributes().get("pk").s();
        if (keepsMarkers && markers.contains(key)) {
            return new WriteResult.Marked(1);
        }
        var image = items.get(key);
        if (image == null) {
            return new WriteResult.Gone(1);
        }
        var state = new RankGuard(Plans.GUARD, Plans.RANK, Optional.empty()).in(image);
        if (state == RankGuard.State.DONE
                || state == RankGuard.State.SUPERSEDED
                || !write.expectation().holdsIn(image)
                || !filter.test(image)) {
            return new WriteResult.Refused(image, 1);
        }
        if (write.puts().stream()
                .anyMatch(put -> items.containsKey(put.get("pk").s()))) {
            return new WriteResult.TargetExists(2);
        }
        apply(key, image, write);
        acknowledged.add(write);
        return new WriteResult.Written(1);
    }

    private void apply(String key, Map<String, AttributeValue> image, ItemWrite write) {
        if (write instanceof ItemWrite.Update update) {
            var changed = new TreeMap<>(update.diff().applyTo(image));
            if (setsGuard) {
                changed.put(Plans.GUARD, AttributeValue.fromN(Long.toString(Plans.RANK)));
            }
            items.put(key, changed);
        } else {
            items.remove(key);
        }
        write.puts().forEach(put -> items.put(put.get("pk").s(), put));
        if (keepsMarkers) {
            markers.add(key);
        }
    }

    @Override
    public Reading one(ItemKey key) {
        var image = items.get(key.attributes().get("pk").s());
        return image == null || !filter.test(image)
                ? new Reading.Page(List.of(), List.of(), 1, Optional.empty(), 1)
                : new Reading.Page(List.of(image), List.of(key), 1, Optional.empty(), 1);
    }

    @Override
    public boolean isMarked(ItemKey key) {
        return markers.contains(key.attributes().get("pk").s());
    }

    @Override
    public Reading feed(int segment, Optional<ItemKey> after, int limit) {
        if (!readRefusals.isEmpty()) {
            return new Reading.Refused(readRefusals.pop());
        }
        var start = after.map(key -> key.attributes().get("pk").s());
        var page = items.entrySet().stream()
                .filter(item -> start.isEmpty() || item.getKey().compareTo(start.get()) > 0)
                .limit(limit)
                .toList();
        var next = page.size() < limit
                ? Optional.<ItemKey>empty()
                : Optional.of(new ItemKey(Map.of(
                        "pk", AttributeValue.fromS(page.get(page.size() - 1).getKey()))));
        var images = page.stream().map(Map.Entry::getValue).filter(filter).toList();
        var places = images.stream()
                .map(image -> new ItemKey(Map.of("pk", image.get("pk"))))
                .toList();
        return new Reading.Page(images, places, page.size(), next, page.size());
    }

    @Override
    public Reading sweep(int segment, Optional<ItemKey> after, int limit) {
        return feed(segment, after, limit);
    }
}
