package io.github.dynamodbmigrations.dynamo;

import io.github.dynamodbmigrations.trigger.ResourceRequest;
import io.github.dynamodbmigrations.trigger.Trigger;
import io.github.dynamodbmigrations.trigger.TriggerId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The TRIGGER items. Older software may read what newer has written, after a rollback, so that the meaning of an attribute
 * never changes; each item says which form it has.
 *
 * @param items keys and common attributes
 */
record TriggerCodec(HistoryItemCodec items) {
    /** CloudFormation takes no answer after an hour; the rest is for people who look for what happened. */
    private static final Duration KEPT = Duration.ofDays(30);

    private static final String HASH = "hash";
    private static final String REQUEST = "requestId";
    private static final String URL = "responseUrl";
    private static final String STACK = "stackId";
    private static final String LOGICAL = "logicalId";
    private static final String LAST = "isLast";
    private static final String EXECUTION = "executionArn";
    private static final String TIMER = "timerArn";
    private static final String BODY = "body";
    private static final String ANSWERED = "answered";
    private static final String DELETED = "deleted";

    HistoryWrite.Put remember(Trigger trigger, Instant now) {
        var create = trigger.create();
        var item = new ItemBuilder()
                .all(items.triggerKey(trigger.id().key()))
                .number(HistoryItemCodec.PROTOCOL_NUMBER, HistoryItemCodec.PROTOCOL)
                .number(HistoryItemCodec.VERSION, trigger.id().version())
                .text(HASH, trigger.id().hash())
                .text(REQUEST, create.requestId())
                .text(URL, create.responseUrl())
                .text(STACK, create.stackId())
                .text(LOGICAL, create.logicalId())
                .flag(LAST, trigger.isLast())
                .flag(ANSWERED, false)
                .flag(DELETED, false)
                .number(HistoryItemCodec.EXPIRES_AT, now.plus(KEPT).getEpochSecond())
                .build();
        return new HistoryWrite.Put(item, Expression.of("attribute_not_exists(#hash)"));
    }

    Trigger read(StoredItem item) {
        return new Trigger(
                new TriggerId(item.number(HistoryItemCodec.VERSION), item.text(HASH)),
                new ResourceRequest(
                        ResourceRequest.Type.CREATE,
                        item.text(REQUEST),
                        item.maybeText(URL).orElse(""),
                        item.text(STACK),
                        item.text(LOGICAL),
                        ""),
                item.flag(LAST),
                item.maybeText(EXECUTION),
                item.maybeText(TIMER),
                item.maybeText(BODY),
                item.flag(ANSWERED),
                item.flag(DELETED));
    }

    HistoryWrite.Update follow(TriggerId id, String executionArn, Optional<String> timerArn) {
        var update = Expression.of(
                        "SET #executionArn = :execution" + (timerArn.isPresent() ? ", #timerArn = :timer" : ""))
                .with(":execution", executionArn);
        return change(
                id, timerArn.map(timer -> update.with(":timer", timer)).orElse(update), "attribute_exists(#hash)");
    }

    HistoryWrite.Update decide(TriggerId id, String body) {
        return change(
                id,
                Expression.of("SET #body = :body").with(":body", body),
                "attribute_exists(#hash) AND attribute_not_exists(#body)");
    }

    /** Whoever knows the URL may answer for the resource: it is kept no longer than it is needed. */
    HistoryWrite.Update markAnswered(TriggerId id) {
        return change(
                id,
                Expression.of("SET #answered = :yes REMOVE #responseUrl").with(":yes", true),
                "attribute_exists(#hash)");
    }

    HistoryWrite.Update markDeleted(TriggerId id) {
        return change(id, Expression.of("SET #deleted = :yes").with(":yes", true), "attribute_exists(#hash)");
    }

    private HistoryWrite.Update change(TriggerId id, Expression update, String condition) {
        return new HistoryWrite.Update(items.triggerKey(id.key()), update, Expression.of(condition));
    }
}
