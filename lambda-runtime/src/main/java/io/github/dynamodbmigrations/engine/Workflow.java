package io.github.dynamodbmigrations.engine;

import java.util.Map;

/** Executions of state machines. */
public interface Workflow extends AutoCloseable {
    /**
     * Starts an execution, or finds that one of that name was started before.
     *
     * @param stateMachineArn the machine
     * @param name the execution's name
     * @param input texts, numbers, booleans, maps and lists; equal inputs are written alike to the byte
     * @return whether it is under way; else one of that name has ended before
     * @throws io.github.dynamodbmigrations.MigrationException if it may not be started
     */
    boolean start(String stateMachineArn, String name, Map<String, ?> input);

    /**
     * Looks at an execution.
     *
     * @param executionArn which one
     * @return its status
     */
    ExecutionStatus status(String executionArn);

    /**
     * Stops an execution; one that has ended stays as it is.
     *
     * @param executionArn which one
     * @param why for people
     */
    void stop(String executionArn, String why);

    /** Lets go of connections. */
    @Override
    default void close() {}

    /** The ARN that an execution of a machine has under a name. */
    static String executionArn(String stateMachineArn, String name) {
        return stateMachineArn.replaceFirst(":stateMachine:", ":execution:") + ":" + name;
    }

    /** The ARN of an execution's machine. */
    static String stateMachineArn(String executionArn) {
        var machine = executionArn.replaceFirst(":execution:", ":stateMachine:");
        return machine.substring(0, machine.lastIndexOf(':'));
    }
}
