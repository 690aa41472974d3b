package io.github.dynamodbmigrations.dynamo;

import io.github.dynamodbmigrations.trigger.Trigger;
import io.github.dynamodbmigrations.trigger.TriggerId;
import io.github.dynamodbmigrations.trigger.TriggerStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Trigger resources in a DynamoDB table. */
final class DynamoTriggerStore implements TriggerStore {
    private final HistoryItems items;
    private final TriggerCodec codec;
    private final Clock clock;

    DynamoTriggerStore(HistoryItems items, Clock clock) {
        this.items = items;
        this.codec = new TriggerCodec(items.codec());
        this.clock = clock;
    }

    @Override
    public Trigger remember(Trigger trigger) {
        return items.write(codec.remember(trigger, clock.instant()))
                .map(codec::read)
                .orElse(trigger);
    }

    @Override
    public List<Trigger> all() {
        return items.query(items.codec().triggerPartition(), "").stream()
                .map(item -> codec.read(new StoredItem(item)))
                .toList();
    }

    @Override
    public Optional<Trigger> find(TriggerId id) {
        return items.get(items.codec().triggerKey(id.key())).map(codec::read);
    }

    @Override
    public void follow(TriggerId id, String executionArn, Optional<String> timerArn) {
        items.write(codec.follow(id, executionArn, timerArn));
    }

    @Override
    public Optional<String> decide(TriggerId id, String body) {
        var refused = items.write(codec.decide(id, body));
        return refused.isEmpty() ? Optional.of(body) : find(id).flatMap(Trigger::body);
    }

    @Override
    public void markAnswered(TriggerId id) {
        items.write(codec.markAnswered(id));
    }

    @Override
    public void markDeleted(TriggerId id) {
        items.write(codec.markDeleted(id));
    }
}
