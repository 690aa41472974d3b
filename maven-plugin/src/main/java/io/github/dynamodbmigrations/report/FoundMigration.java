package io.github.dynamodbmigrations.report;

import io.github.dynamodbmigrations.history.Checksums;
import io.github.dynamodbmigrations.model.MigrationModel;
import io.github.dynamodbmigrations.plan.PackagedMigration;
import java.util.Optional;

/**
 * A migration that was read from its class file, as the history is compared with.
 *
 * @param model what was read
 */
public record FoundMigration(MigrationModel model) implements PackagedMigration {
    @Override
    public long version() {
        return model.version();
    }

    @Override
    public String name() {
        return model.simpleName();
    }

    @Override
    public Optional<String> table() {
        return model.table();
    }

    @Override
    public String description() {
        return model.description();
    }

    @Override
    public boolean isReversible() {
        return model.kind() == MigrationModel.Kind.REVERSIBLE;
    }

    @Override
    public Checksums checksums() {
        return new Checksums(model.checksum(), model.reachedChecksum());
    }
}
