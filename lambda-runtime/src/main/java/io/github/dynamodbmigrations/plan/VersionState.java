package io.github.dynamodbmigrations.plan;

/** The state of a version as {@code info} shows it; names are Flyway's where the meaning is the same. */
public enum VersionState {
    /** It has not been applied, and the next run applies it. */
    PENDING("Pending"),
    /** It has not been applied and is above the target. Raise the target to apply it. */
    ABOVE_TARGET("Above Target"),
    /** It is below the version that the data had when its history began, and never runs. */
    BELOW_BASELINE("Below Baseline"),
    /** It is the version that the data had when its history began, and never runs. */
    IGNORED_BASELINE("Ignored (Baseline)"),
    /** The version that the data had when its history began. */
    BASELINE("Baseline"),
    /** It has not been applied and is below one that was. Fix by giving it a higher version, or with outOfOrder. */
    IGNORED("Ignored"),
    /** It is being applied. */
    RUNNING("Running"),
    /** Its run ended without success. Fix by removing the cause and running it again, which resumes it. */
    FAILED("Failed"),
    /** Its run failed and its class is missing. Fix by restoring the class and running it again. */
    FAILED_MISSING("Failed (Missing)"),
    /** Its run failed, and its class is missing and newer than all others. Fix by using the newer code. */
    FAILED_FUTURE("Failed (Future)"),
    /** Its run was stopped or its owner ended. Fix by running it again, which resumes it. */
    INTERRUPTED("Interrupted"),
    /** It has been applied. */
    SUCCESS("Success"),
    /** It was applied after a higher version. */
    OUT_OF_ORDER("Out of Order"),
    /** It was applied, and the code lacks it. Fix by restoring the class, or with ignoreMissing. */
    MISSING("Missing"),
    /** It was applied, the code lacks it, and {@code repair} has accepted that. */
    DELETED("Deleted"),
    /** It was applied, and is newer than all that the code has. Fix by using the newer code, or with ignoreMissing. */
    FUTURE("Future"),
    /** It was applied and then undone. The next run applies it again. */
    UNDONE("Undone"),
    /** The history could not be read. */
    UNKNOWN("Unknown");

    private final String text;

    VersionState(String text) {
        this.text = text;
    }

    /** As it is shown. */
    public String text() {
        return text;
    }
}
