package io.github.dynamodbmigrations.plan;

import io.github.dynamodbmigrations.history.Checksums;
import java.util.Collection;
import java.util.Optional;

/** A migration as far as it is compared with a history; its class need not be loaded for that. */
public interface PackagedMigration {
    /**
     * The one of a version.
     *
     * @param all the migrations that there are
     * @param version the version
     * @return it; empty if there is none
     */
    static <M extends PackagedMigration> Optional<M> find(Collection<M> all, long version) {
        return all.stream().filter(migration -> migration.version() == version).findFirst();
    }

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
