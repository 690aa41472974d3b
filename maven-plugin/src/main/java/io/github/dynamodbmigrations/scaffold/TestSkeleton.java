package io.github.dynamodbmigrations.scaffold;

import java.util.stream.Collectors;

/** The text of a new migration's test: it compiles, and is red until the migration is written. */
final class TestSkeleton {
    private static final String ITEM = """
            %1$simport static org.junit.jupiter.api.Assertions.assertEquals;
            import static org.junit.jupiter.api.Assertions.assertNotEquals;

            import io.github.dynamodbmigrations.Change;
            import io.github.dynamodbmigrations.Item;
            import io.github.dynamodbmigrations.RunContext;
            import java.time.Instant;
            import org.junit.jupiter.api.Test;

            class %2$sTest {
                // Edit this: an item as the application has stored it so far.
                private static final Item OLD = Item.of()%5$s.with("oldAttribute", "value");

                private final %2$s migration = new %2$s();
                private final RunContext run = RunContext.of(%3$s, Instant.parse("2026-01-01T00:00:00Z"));

                @Test
                void changesAnItemOfTheOldShape() {
                    // Better: say of each attribute what it shall be.
                    assertNotEquals(OLD.attributes(), migrated(OLD).attributes(), "is OLD an item of the old shape?");
                }

                @Test
                void leavesAMigratedItemAlone() {
                    Item once = migrated(OLD);
                    assertEquals(once.attributes(), migrated(once).attributes());
                }
            %4$s
                private Item migrated(Item item) {
                    return applied(migration.migrate(item, run), item);
                }

                private static Item applied(Change change, Item item) {
                    return change instanceof Change.Update update ? update.item() : item;
                }
            }
            """;

    private static final String REVERSED = """

                @Test
                void isUndone() {
                    Item once = migrated(OLD);
                    assertEquals(OLD.attributes(), applied(migration.reverse(once, run), once).attributes());
                }
            """;

    private static final String TASK = """
            %1$simport static org.junit.jupiter.api.Assertions.assertEquals;

            import io.github.dynamodbmigrations.RunContext;
            import io.github.dynamodbmigrations.TaskContext;
            import java.net.URI;
            import java.time.Instant;
            import java.util.ArrayList;
            import java.util.List;
            import java.util.Optional;
            import org.junit.jupiter.api.Test;

            class %2$sTest {
                private final List<String> steps = new ArrayList<>();

                @Test
                void completesItsSteps() throws Exception {
                    new %2$s().run(context());
                    assertEquals(List.of("create-reference-data"), steps);
                }

                private TaskContext context() {
                    return new TaskContext() {
                        @Override
                        public RunContext run() {
                            return RunContext.of(%3$s, Instant.parse("2026-01-01T00:00:00Z"));
                        }

                        @Override
                        public Optional<String> table() {
                            return Optional.of("test-table");
                        }

                        @Override
                        public Optional<URI> endpoint() {
                            return Optional.empty();
                        }

                        @Override
                        public String region() {
                            return "eu-west-1";
                        }

                        @Override
                        public boolean once(String name, Step step) throws Exception {
                            step.run();
                            return steps.add(name);
                        }
                    };
                }
            }
            """;

    private TestSkeleton() {}

    static String of(NewMigration migration) {
        var text = switch (migration.kind()) {
            case ITEM -> ITEM.formatted("%1$s", "%2$s", "%3$s", "", "%4$s");
            case REVERSIBLE -> ITEM.formatted("%1$s", "%2$s", "%3$s", REVERSED, "%4$s");
            case TASK -> TASK;
        };
        return text.formatted(migration.packageClause(), migration.className(), migration.version(), keys(migration));
    }

    /** Numbers are written as numbers; a binary key is left to the author. */
    private static String keys(NewMigration migration) {
        return migration.keys().entrySet().stream()
                .filter(key -> !key.getValue().equals("B"))
                .map(key -> ".with(\"%s\", %s)"
                        .formatted(key.getKey(), key.getValue().equals("N") ? "1" : "\"1\""))
                .collect(Collectors.joining());
    }
}
