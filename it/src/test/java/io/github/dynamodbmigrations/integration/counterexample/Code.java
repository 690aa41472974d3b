package io.github.dynamodbmigrations.integration.counterexample;

import io.github.dynamodbmigrations.Migration;
import io.github.dynamodbmigrations.catalog.MigrationCatalog;
import io.github.dynamodbmigrations.history.Checksums;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Migrations of a test as the engine finds them; another class of the same version is changed code. */
final class Code extends ClassLoader {
    private final List<Class<?>> migrations;

    private Code(List<Class<?>> migrations) {
        super(Code.class.getClassLoader());
        this.migrations = migrations;
    }

    static MigrationCatalog of(Class<?>... migrations) {
        return MigrationCatalog.load(new Code(List.of(migrations)));
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        return name.equals(MigrationCatalog.MANIFEST)
                ? new ByteArrayInputStream(manifest().getBytes(StandardCharsets.ISO_8859_1))
                : super.getResourceAsStream(name);
    }

    private String manifest() {
        return migrations.stream().map(Code::lines).collect(Collectors.joining());
    }

    static Checksums checksums(Class<?> migration) {
        return new Checksums("of " + migration.getName(), "of nothing");
    }

    private static String lines(Class<?> migration) {
        var version = migration.getAnnotation(Migration.class).version();
        var checksums = checksums(migration);
        return "%1$d=%2$s\n%1$d.checksum=%3$s\n%1$d.reached=%4$s\n"
                .formatted(version, migration.getName(), checksums.own(), checksums.reached());
    }
}
