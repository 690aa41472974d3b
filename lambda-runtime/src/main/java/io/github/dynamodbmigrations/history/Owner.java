package io.github.dynamodbmigrations.history;

/**
 * Who works on a history.
 *
 * @param kind what it is
 * @param id tells it from all others: for a workflow the ARN of its execution, else made for the process
 */
public record Owner(Kind kind, String id) {
    /** How the history's items name what is no state machine. */
    public static final String DIRECT = "direct";

    /** What it is. */
    public enum Kind {
        /** A process of its own, such as a Maven build. */
        DIRECT,
        /** An execution of a Step Functions state machine. */
        WORKFLOW
    }

    /** A process of its own. */
    public static Owner direct(String id) {
        return new Owner(Kind.DIRECT, id);
    }

    /** An execution of a state machine. */
    public static Owner workflow(String executionArn) {
        return new Owner(Kind.WORKFLOW, executionArn);
    }

    /** As the history's items name it: the ARN of the state machine, or {@code direct}. */
    public String stateMachineId() {
        if (kind == Kind.DIRECT) {
            return DIRECT;
        }
        var machine = id.replaceFirst(":execution:", ":stateMachine:");
        return machine.substring(0, machine.lastIndexOf(':'));
    }

    /** For people, for example {@code direct ada@laptop/4711}. */
    @Override
    public String toString() {
        return (kind == Kind.DIRECT ? "direct " : "workflow ") + id;
    }
}
