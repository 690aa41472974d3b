package io.github.dynamodbmigrations.plan;

import io.github.dynamodbmigrations.history.Run;
import java.util.Optional;

/**
 * A version as {@code info} shows it.
 *
 * @param version the version
 * @param migration its migration, if the code has it
 * @param state its state
 * @param run its latest run
 * @param drift whether the code is still what was applied
 */
public record VersionInfo(
        long version, Optional<PackagedMigration> migration, VersionState state, Optional<Run> run, Drift drift) {}
