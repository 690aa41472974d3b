package io.github.dynamodbmigrations.throttle;

import java.time.Duration;

/** Why a request was refused although nothing is wrong with it: it is made again, later, and counts as no try. */
public enum TransientReason {
    /** The budget of one partition's key range is used up: only this segment has to slow down. */
    KEY_RANGE("throughput of a key range", Duration.ofMinutes(30)),
    /** The table's or index's throughput is used up. */
    TABLE("throughput of the table", Duration.ofMinutes(30)),
    /** The account's throughput is used up. */
    ACCOUNT("throughput of the account", Duration.ofMinutes(30)),
    /** Another transaction holds the item. */
    TRANSACTION_CONFLICT("another transaction", Duration.ofMinutes(30)),
    /** Another region writes the item. */
    REPLICATION_CONFLICT("a write in another region", Duration.ofMinutes(30)),
    /** The service did not answer, or said that it failed. */
    UNAVAILABLE("DynamoDB, which does not answer", Duration.ofMinutes(2));

    private final String text;
    private final Duration patience;

    TransientReason(String text, Duration patience) {
        this.text = text;
        this.patience = patience;
    }

    /** Whether less has to be used. */
    public boolean isThroughput() {
        return this == KEY_RANGE || this == TABLE || this == ACCOUNT;
    }

    /** What a worker waits for, as people read it. */
    public String text() {
        return text;
    }

    /** How long one request is made again before the run gives up. */
    public Duration patience() {
        return patience;
    }
}
