package io.github.dynamodbmigrations.history;

import java.util.Optional;

/**
 * The current status of the data.
 *
 * @param status how the last run that ended did so
 * @param previousVersion the version before the last change; empty before the first
 * @param version the highest version that was reached
 * @param isOfAnotherTool whether another tool has written it
 */
public record CurrentStatus(Status status, Optional<Long> previousVersion, long version, boolean isOfAnotherTool) {
    /** One that this software writes. */
    public CurrentStatus(Status status, Optional<Long> previousVersion, long version) {
        this(status, previousVersion, version, false);
    }

    /** How the last run that ended did so. */
    public enum Status {
        /** None has ended yet. */
        NOT_RUN,
        /** With success. */
        SUCCEEDED,
        /** Without success. */
        FAILED
    }

    /** Whether another tool says that it has failed. */
    public boolean isLeftFailed() {
        return isOfAnotherTool && status == Status.FAILED;
    }

    /** After a run has succeeded: the highest version counts, in whatever order they ran; what is undone counts no more. */
    public CurrentStatus succeeded(Run run) {
        var reached = run.reaches();
        return reached > version || run.direction() == Direction.DOWN
                ? new CurrentStatus(Status.SUCCEEDED, Optional.of(version), reached)
                : new CurrentStatus(Status.SUCCEEDED, previousVersion, version);
    }
}
