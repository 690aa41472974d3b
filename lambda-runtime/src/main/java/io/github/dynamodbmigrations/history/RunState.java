package io.github.dynamodbmigrations.history;

/** The state of a run. Every change is conditional on the state that it comes from. */
public enum RunState {
    /** It was started or resumed, and its end was not recorded yet. Wait for it; if its owner is gone, the next start resumes it. */
    RUNNING,
    /** It ended, and a verify pass found nothing left to change. */
    SUCCEEDED,
    /** It ended with a cause. Fix by removing the cause and running the same version again, which resumes it. */
    FAILED,
    /** Its owner ended or was stopped without an end of the run. Fix by running the same version again, which resumes it. */
    INTERRUPTED,
    /** It had succeeded and was then undone by a later run. Its version is pending again. */
    UNDONE;

    /** Whether it keeps every other rank from starting. */
    public boolean isUnfinished() {
        return this == RUNNING || this == FAILED || this == INTERRUPTED;
    }
}
