package io.github.dynamodbmigrations.deployment;

import io.github.dynamodbmigrations.trigger.Answer;
import io.github.dynamodbmigrations.trigger.Answers;
import io.github.dynamodbmigrations.trigger.ResourceRequest;
import io.github.dynamodbmigrations.trigger.Trigger;
import io.github.dynamodbmigrations.trigger.TriggerStore;

/**
 * Answers requests. What a Create is told is decided on once, then brought at least once, then marked: however often and by
 * however many that is tried, only one answer counts.
 *
 * @param store remembers the requests
 * @param answers brings them
 */
record Outbox(TriggerStore store, Answers answers) {
    /** Answers the Create of a trigger, unless that was done. */
    void answer(Trigger trigger, Answer answer) {
        if (trigger.isAnswered()) {
            return;
        }
        var proposed = answer.body(trigger.create(), trigger.id().physicalId());
        var body = trigger.body().or(() -> store.decide(trigger.id(), proposed)).orElse(proposed);
        answers.put(trigger.create().responseUrl(), body);
        store.markAnswered(trigger.id());
    }

    /** Decides, and leaves it to another to bring it. */
    void decide(Trigger trigger, Answer answer) {
        store.decide(trigger.id(), answer.body(trigger.create(), trigger.id().physicalId()));
    }

    /** Answers a request that nothing is remembered of. */
    void answer(ResourceRequest request, String physicalId, Answer answer) {
        answers.put(request.responseUrl(), answer.body(request, physicalId));
    }
}
