package io.github.dynamodbmigrations.integration.counterexample;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Guard;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.ItemMigration;
import io.github.dynamodbmigrations.Migration;
import io.github.dynamodbmigrations.OnChange;
import io.github.dynamodbmigrations.Reversible;
import io.github.dynamodbmigrations.RunContext;
import io.github.dynamodbmigrations.Writers;
import java.math.BigDecimal;

/** Migrations that add 1,000, and so do not settle. */
final class Addition {
    private static final BigDecimal ADDED = BigDecimal.valueOf(1_000);

    private Addition() {}

    private static Change add(Item item) {
        return Change.update(item.with("n", item.number("n").orElseThrow().add(ADDED)));
    }

    private static Change takeBack(Item item) {
        return Change.update(item.with("n", item.number("n").orElseThrow().subtract(ADDED)));
    }

    /** The item remembers it. */
    @Migration(version = 1, table = "Things")
    @Guard(Guard.Mode.ITEM)
    public static final class UnderItem implements Reversible {
        @Override
        public Change migrate(Item item, RunContext run) {
            return add(item);
        }

        @Override
        public Change reverse(Item item, RunContext run) {
            return takeBack(item);
        }
    }

    /** The item remembers it, and the author says that no writer drops that. */
    @Migration(version = 1, table = "Things")
    @Guard(Guard.Mode.ITEM)
    @Writers(updateOnly = true)
    public static final class UnderItemWithWritersThatOnlyUpdate implements ItemMigration {
        @Override
        public Change migrate(Item item, RunContext run) {
            return add(item);
        }
    }

    /** Other code, which is to begin anew. */
    @Migration(version = 1, table = "Things", onChange = OnChange.RESTART)
    @Guard(Guard.Mode.ITEM)
    public static final class UnderItemRestarted implements ItemMigration {
        @Override
        public Change migrate(Item item, RunContext run) {
            return add(item);
        }
    }

    /** The history remembers it. */
    @Migration(version = 1, table = "Things")
    @Guard(Guard.Mode.LEDGER)
    @Writers(versionAttribute = "v")
    public static final class UnderLedger implements Reversible {
        @Override
        public Change migrate(Item item, RunContext run) {
            return add(item);
        }

        @Override
        public Change reverse(Item item, RunContext run) {
            return takeBack(item);
        }
    }

    /** Nothing remembers it. */
    @Migration(version = 1, table = "Things")
    public static final class Unguarded implements ItemMigration {
        @Override
        public Change migrate(Item item, RunContext run) {
            return add(item);
        }
    }
}
