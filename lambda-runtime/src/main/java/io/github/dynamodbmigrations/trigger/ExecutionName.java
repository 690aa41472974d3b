package io.github.dynamodbmigrations.trigger;

/** Names of executions that run migrations: the same for the same reason, so that whatever is repeated starts nothing twice. */
public final class ExecutionName {
    private ExecutionName() {}

    /**
     * A name.
     *
     * @param historyId of the history; roles may look at executions whose names begin so
     * @param reason why it is started
     * @return the name
     */
    public static String of(String historyId, String reason) {
        return "dm-" + historyId + "-" + TriggerId.hash(reason);
    }
}
