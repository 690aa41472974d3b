package io.github.dynamodbmigrations.trigger;

import java.util.List;
import java.util.Optional;

/** Remembers trigger resources. Reads are consistent, writes conditional. */
public interface TriggerStore {
    /**
     * Remembers a resource that was asked for.
     *
     * @param trigger the resource
     * @return as it is remembered: an earlier delivery of the same request may have brought it further
     */
    Trigger remember(Trigger trigger);

    /** All that are remembered. */
    List<Trigger> all();

    /**
     * Finds one.
     *
     * @param id which one
     * @return it, if it is remembered
     */
    Optional<Trigger> find(TriggerId id);

    /**
     * Says which execution a trigger follows. It is said before that is started, so that its end finds the trigger.
     *
     * @param id which trigger
     * @param executionArn the execution
     * @param timerArn the execution that ends its wait
     */
    void follow(TriggerId id, String executionArn, Optional<String> timerArn);

    /**
     * Decides on an answer, unless one was decided on before.
     *
     * @param id which trigger
     * @param body the answer
     * @return the answer that counts; empty if there is no such trigger
     */
    Optional<String> decide(TriggerId id, String body);

    /**
     * Says that the answer was taken, and forgets where it went.
     *
     * @param id which trigger
     */
    void markAnswered(TriggerId id);

    /**
     * Says that the resource is gone.
     *
     * @param id which trigger
     */
    void markDeleted(TriggerId id);
}
