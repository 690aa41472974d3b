package io.github.dynamodbmigrations;

/** What happens to a run that wrote items and failed or was interrupted, when the migration's code has changed since. */
public enum OnChange {
    /** The run is not continued: the author has to decide first. */
    STOP,
    /** A new rank over all items: the author says that the new code accepts what the old code wrote. */
    REAPPLY,
    /** The same rank from the beginning: only if {@link Guard} was declared from the run's first write on. */
    RESTART,
    /** The same rank from its checkpoints: only if {@link Guard} was declared from the run's first write on. */
    CONTINUE
}
