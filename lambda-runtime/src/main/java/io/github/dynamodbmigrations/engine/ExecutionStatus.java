package io.github.dynamodbmigrations.engine;

/** What Step Functions says of an execution. */
public enum ExecutionStatus {
    /** It is under way. */
    RUNNING,
    /** It has ended, in whatever way, or there is none of that name. */
    OVER,
    /** That could not be had. */
    UNKNOWN
}
