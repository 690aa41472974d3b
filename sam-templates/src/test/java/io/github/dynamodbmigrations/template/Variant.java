package io.github.dynamodbmigrations.template;

import io.github.dynamodbmigrations.model.MigrationModel;
import java.util.List;
import java.util.Optional;

/** A migration with one thing changed. */
final class Variant {
    private Variant() {}

    static MigrationModel description(MigrationModel m, String description) {
        return copy(m, m.version(), m.table(), description, m.grants(), m.parameters(), m.checksum());
    }

    static MigrationModel table(MigrationModel m, String table) {
        return copy(m, m.version(), Optional.of(table), m.description(), m.grants(), m.parameters(), m.checksum());
    }

    static MigrationModel parameters(MigrationModel m, String... parameters) {
        return copy(m, m.version(), m.table(), m.description(), m.grants(), List.of(parameters), m.checksum());
    }

    static MigrationModel grants(MigrationModel m, String grants) {
        return copy(m, m.version(), m.table(), m.description(), Optional.of(grants), m.parameters(), m.checksum());
    }

    static MigrationModel version(MigrationModel m, long version) {
        return copy(m, version, m.table(), m.description(), m.grants(), m.parameters(), m.checksum());
    }

    static MigrationModel checksum(MigrationModel m, String checksum) {
        return copy(m, m.version(), m.table(), m.description(), m.grants(), m.parameters(), checksum);
    }

    private static MigrationModel copy(
            MigrationModel m,
            long version,
            Optional<String> table,
            String description,
            Optional<String> grants,
            List<String> parameters,
            String checksum) {
        return new MigrationModel(
                version,
                m.className(),
                m.kind(),
                table,
                description,
                m.source(),
                m.guard(),
                m.writers(),
                m.throttle(),
                m.uses(),
                grants,
                parameters,
                m.deploymentTimeout(),
                m.onChange(),
                checksum,
                m.reachedChecksum());
    }
}
