package io.github.dynamodbmigrations.history;

/**
 * Why a run stops. Codes are stable: DM2xx where history and code disagree, DM3xx for the lock and a run's state, DM4xx
 * for items and the author's code. Each is explained in docs/problems.md.
 */
public enum FailureCode {
    /** The migration changes again what it has returned. Declare a guard, or let it recognise its own result. */
    NOT_SETTLING("DM410"),
    /** The migration gave two different changes for the same item. Take time, ids and parameters from the run context. */
    NOT_DETERMINISTIC("DM411"),
    /** The migration deletes, and nothing says what writers may add meanwhile. Declare it with {@code @Writers}. */
    DELETE_UNPROVABLE("DM412"),
    /** A later run has written an item: this one has been left behind. Let the later one finish. */
    SUPERSEDED("DM413"),
    /** More items were rejected than {@code maxRejected} allows. Correct the items or the migration, or raise it. */
    TOO_MANY_REJECTED("DM414"),
    /** DynamoDB refused an expression of the migration's source. Correct its filter, names and values. */
    SOURCE_REFUSED("DM415"),
    /** DynamoDB denied an action. Give the role the right that the message names. */
    ACCESS_DENIED("DM416"),
    /** DynamoDB refused the same request for too long. Lower the capacity units, or raise the table's; then resume. */
    REFUSED_TOO_LONG("DM417");

    private final String code;

    FailureCode(String code) {
        this.code = code;
    }

    /** The stable code. */
    public String code() {
        return code;
    }
}
