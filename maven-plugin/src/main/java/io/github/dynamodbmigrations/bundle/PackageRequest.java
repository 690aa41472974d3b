package io.github.dynamodbmigrations.bundle;

import io.github.dynamodbmigrations.connection.EnvironmentFile;
import io.github.dynamodbmigrations.model.ProjectModel;
import java.util.Optional;

/**
 * What {@code package} is asked for.
 *
 * @param bundle which migrations, and what goes with them
 * @param settings what the templates are made from besides
 * @param pluginVersion the version of this plugin
 * @param failIfNone whether a module without migrations is an error
 * @param runnerOnly whether a function of the user migrates, and there is to be no migration
 * @param samconfig the project's {@code samconfig.toml}, if it has one
 * @param environment which of its environments is deployed
 */
public record PackageRequest(
        BundleRequest bundle,
        ProjectModel.Settings settings,
        String pluginVersion,
        boolean failIfNone,
        boolean runnerOnly,
        Optional<EnvironmentFile> samconfig,
        String environment) {}
