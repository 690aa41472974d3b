package io.github.dynamodbmigrations.plan;

import io.github.dynamodbmigrations.history.Checksums;
import java.util.Optional;

/** A migration as far as it is compared with a history; its class need not be loaded for that. */
public interface PackagedMigration {
    /** Its version. */
    long version();

    /** What people call it: its class, without the package. */
    String name();

    /** Its logical table; empty only for a task. */
    Optional<String> table();

    /** One line; may be empty. */
    String description();

    /** Whether it says how to undo it. */
    boolean isReversible();

    /** Of its code. */
    Checksums checksums();
}
