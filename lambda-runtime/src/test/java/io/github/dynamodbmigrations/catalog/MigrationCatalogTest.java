package io.github.dynamodbmigrations.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Guard;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.ItemMigration;
import io.github.dynamodbmigrations.Migration;
import io.github.dynamodbmigrations.Query;
import io.github.dynamodbmigrations.Reversible;
import io.github.dynamodbmigrations.RunContext;
import io.github.dynamodbmigrations.Scan;
import io.github.dynamodbmigrations.TaskContext;
import io.github.dynamodbmigrations.TaskMigration;
import io.github.dynamodbmigrations.Throttle;
import io.github.dynamodbmigrations.Writers;
import io.github.dynamodbmigrations.plan.GuardMode;
import io.github.dynamodbmigrations.plan.MigrationDefinition;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class MigrationCatalogTest {
    @Test
    void ordersVersionsAsNumbersAndReadsChecksumsFromTheManifest() {
        var catalog = MigrationCatalog.load(withManifest(
                "10=" + Nightly.class.getName() + "\n10.checksum=v1:aa\n10.reached=v1:bb\n9=" + Split.class.getName()));
        assertEquals(
                List.of(9L, 10L),
                catalog.migrations().stream().map(MigrationDefinition::version).toList());
        assertEquals("v1:aa", catalog.find(10).orElseThrow().checksums().own());
        assertEquals("v1:bb", catalog.find(10).orElseThrow().checksums().reached());
    }

    @Test
    void isEmptyWhereThereIsNoManifest() {
        assertTrue(MigrationCatalog.load(new ClassLoader(null) {}).migrations().isEmpty());
    }

    @Test
    void readsEveryAnnotation() {
        var split = MigrationCatalog.load(withManifest("9=" + Split.class.getName()))
                .migrations()
                .get(0);
        assertEquals(Optional.of("Customers"), split.table());
        assertEquals(MigrationDefinition.Kind.REVERSIBLE, split.kind());
        assertEquals("#s = :v", split.source().filter().expression());
        assertEquals(Map.of("#s", "status"), split.source().filter().names());
        assertEquals(
                Map.of(":v", AttributeValue.fromS("a=b:c")),
                split.source().filter().values());
        assertEquals(8, split.source().segments());
        assertEquals(GuardMode.LEDGER, split.guard());
        assertEquals(Optional.of("revision"), split.writers().versionAttribute());
        assertEquals(20, split.writeUnits());
        assertInstanceOf(Split.class, split.instantiate());
    }

    @Test
    void readsAQueryWithItsTypedPartition() {
        var open = MigrationCatalog.load(withManifest("11=" + OpenOrders.class.getName()))
                .migrations()
                .get(0)
                .source();
        assertEquals(Optional.of("byStatus"), open.index());
        assertEquals(Optional.of(AttributeValue.fromN("7")), open.partitionValue());
    }

    private static ClassLoader withManifest(String text) {
        return new ClassLoader(MigrationCatalogTest.class.getClassLoader()) {
            @Override
            public @Nullable InputStream getResourceAsStream(String name) {
                return name.equals(MigrationCatalog.MANIFEST)
                        ? new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1))
                        : super.getResourceAsStream(name);
            }
        };
    }

    /** A migration with everything. */
    @Migration(version = 9, table = "Customers")
    @Scan(filter = "#s = :v", names = "#s=status", values = ":v=S:a=b:c", segments = 8)
    @Guard(Guard.Mode.LEDGER)
    @Writers(versionAttribute = "revision")
    @Throttle(writeUnits = 20)
    public static final class Split implements Reversible {
        @Override
        public Change migrate(Item item, RunContext run) {
            return Change.keep();
        }

        @Override
        public Change reverse(Item item, RunContext run) {
            return Change.keep();
        }
    }

    /** A task. */
    @Migration(version = 10)
    public static final class Nightly implements TaskMigration {
        @Override
        public void run(TaskContext context) {}
    }

    /** A query. */
    @Migration(version = 11, table = "Orders")
    @Query(index = "byStatus", partitionKey = "status", partitionValue = "N:7")
    public static final class OpenOrders implements ItemMigration {
        @Override
        public Change migrate(Item item, RunContext run) {
            return Change.keep();
        }
    }
}
