package io.github.dynamodbmigrations.plan;

import io.github.dynamodbmigrations.plan.TableFacts.Throughput;

/** How much of a table a migration may use. */
public final class Capacity {
    /** What a table on demand takes at once when it is new (aws: 12,000 read and 4,000 write units per second). */
    private static final Throughput NEW_ON_DEMAND = new Throughput(12_000, 4_000);

    private Capacity() {}

    /**
     * The units per second that all workers together may use: those given, else those declared, else a share of what the
     * table can take.
     *
     * @param migration declares units or a share
     * @param table what the table can take
     * @param given units that were given for this run; 0 where none were
     * @return the units
     */
    public static Throughput of(MigrationDefinition migration, TableFacts table, Throughput given) {
        var takes = table.throughput().orElse(NEW_ON_DEMAND);
        var share = migration.percentOfTable() / 100.0;
        return new Throughput(
                first(given.readUnits(), migration.readUnits(), takes.readUnits() * share),
                first(given.writeUnits(), migration.writeUnits(), takes.writeUnits() * share));
    }

    private static double first(double given, double declared, double share) {
        if (given > 0) {
            return given;
        }
        return declared > 0 ? declared : share;
    }
}
