package io.github.dynamodbmigrations.scaffold;

/** The text of a new migration: it compiles, says what to do, and throws until that is done. */
final class MigrationSkeleton {
    private static final String ITEM = """
            %1$simport io.github.dynamodbmigrations.Change;
            import io.github.dynamodbmigrations.Item;
            import io.github.dynamodbmigrations.ItemMigration;
            import io.github.dynamodbmigrations.Migration;
            import io.github.dynamodbmigrations.RunContext;

            /** %4$s. */
            %5$s
            // @Scan(filter = "attribute_exists(oldAttribute)") // hands over only items of the old shape
            public final class %2$s implements ItemMigration {
            %6$s}
            """;

    private static final String REVERSIBLE = """
            %1$simport io.github.dynamodbmigrations.Change;
            import io.github.dynamodbmigrations.Item;
            import io.github.dynamodbmigrations.Migration;
            import io.github.dynamodbmigrations.Reversible;
            import io.github.dynamodbmigrations.RunContext;

            /** %4$s. */
            %5$s
            // @Scan(filter = "attribute_exists(oldAttribute)") // hands over only items of the old shape; not to reverse
            public final class %2$s implements Reversible {
            %6$s
                // The opposite of migrate, under the same rules. It is handed every item of the table.
                @Override
                public Change reverse(Item item, RunContext run) {
                    throw new UnsupportedOperationException("%2$s.reverse is not written yet");
                }
            }
            """;

    private static final String MIGRATE = """
                // Says what becomes of one item, from nothing but the item and the run: no clock, no random, no services.
                // What it returns must settle, that is, be kept when it is migrated again; see @Guard if it cannot.
                @Override
                public Change migrate(Item item, RunContext run) {
                    // if (!item.has("oldAttribute")) {
                    //     return Change.keep();
                    // }
                    // return Change.update(item.without("oldAttribute").with("newAttribute", "value"));
                    //
                    // Change.reject("why") leaves an item alone and reports it. Put no data into the reason.
                    throw new UnsupportedOperationException("%2$s.migrate is not written yet");
                }
            """;

    private static final String TASK = """
            %1$simport io.github.dynamodbmigrations.Migration;
            import io.github.dynamodbmigrations.TaskContext;
            import io.github.dynamodbmigrations.TaskMigration;

            /** %4$s. */
            %5$s
            public final class %2$s implements TaskMigration {
                // Runs at least once: after a crash it runs again, and once(..) skips the steps that were completed.
                // A step must bear to run twice, since the crash can come between it and its mark.
                @Override
                public void run(TaskContext context) throws Exception {
                    // context.once("create-reference-data", () -> { ... });
                    throw new UnsupportedOperationException("%2$s.run is not written yet");
                }
            }
            """;

    private MigrationSkeleton() {}

    static String of(NewMigration migration) {
        var text = switch (migration.kind()) {
            case ITEM -> ITEM;
            case REVERSIBLE -> REVERSIBLE;
            case TASK -> TASK;
        };
        return text.formatted(
                migration.packageClause(),
                migration.className(),
                migration.version(),
                migration.name().sentence(),
                migration.annotation(),
                MIGRATE.formatted("", migration.className()));
    }
}
