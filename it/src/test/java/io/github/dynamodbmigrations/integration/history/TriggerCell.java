package io.github.dynamodbmigrations.integration.history;

/** An event in a past, and how it is delivered. */
record TriggerCell(Event event, Past past, Delivery delivery) {
    enum Event {
        CREATE,
        UPDATE_SAME,
        UPDATE_CHANGED,
        UPDATE_OLD,
        DELETE_OWN,
        DELETE_UNKNOWN,
        DELETE_OLDER
    }

    enum Past {
        NONE,
        RUNNING_OWN,
        RUNNING_OTHER_STACK,
        RUNNING_LAPTOP,
        RUNNING_OTHER_CHECKSUM,
        SUCCEEDED,
        FAILED,
        INTERRUPTED,
        UNDONE,
        BASELINE
    }

    enum Delivery {
        ONCE,
        CONCURRENT,
        AFTER_ANSWER,
        LATE
    }

    @Override
    public String toString() {
        return event + " " + past + " " + delivery;
    }
}
