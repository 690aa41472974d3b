package io.github.dynamodbmigrations.segment;

/** When a worker has to come to an end of its own accord: before its time or its lease is over, or when asked to. */
@FunctionalInterface
public interface Deadline {
    /** No end. */
    Deadline NEVER = () -> false;

    /** Whether it is time. Asked before each page and each item, and while a request waits. */
    boolean isReached();
}
