package io.github.dynamodbmigrations.catalog;

import io.github.dynamodbmigrations.history.Checksums;
import io.github.dynamodbmigrations.plan.MigrationDefinition;
import io.github.dynamodbmigrations.plan.PackagedMigration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * The migrations that the code on a class path contains, in the order of their versions. The build has written their names
 * and checksums into a manifest beside them; everything else is read from their annotations.
 *
 * @param migrations in the order of their versions
 */
public record MigrationCatalog(List<MigrationDefinition> migrations) {
    /** Where the manifest lies, relative to the code's root. */
    public static final String MANIFEST = "META-INF/dynamodb-migrations.properties";

    /** Copies and orders the migrations. */
    public MigrationCatalog {
        migrations = migrations.stream()
                .sorted(Comparator.comparingLong(MigrationDefinition::version))
                .toList();
    }

    /**
     * Reads the manifest and loads the classes that it names.
     *
     * @param loader sees the code
     * @return the catalogue; empty if there is no manifest
     */
    public static MigrationCatalog load(ClassLoader loader) {
        var manifest = new Properties();
        try (var in = loader.getResourceAsStream(MANIFEST)) {
            if (in != null) {
                manifest.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var migrations = new ArrayList<MigrationDefinition>();
        for (var key : manifest.stringPropertyNames()) {
            if (key.indexOf('.') < 0) {
                migrations.add(AnnotationReader.read(
                        type(loader, manifest.getProperty(key)),
                        new Checksums(
                                manifest.getProperty(key + ".checksum", ""),
                                manifest.getProperty(key + ".reached", ""))));
            }
        }
        return new MigrationCatalog(migrations);
    }

    /**
     * The migration of a version.
     *
     * @param version the version
     * @return the migration, if the code contains it
     */
    public Optional<MigrationDefinition> find(long version) {
        return PackagedMigration.find(migrations, version);
    }

    private static Class<?> type(ClassLoader loader, String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the manifest names a class that is not there: " + name, e);
        }
    }
}
