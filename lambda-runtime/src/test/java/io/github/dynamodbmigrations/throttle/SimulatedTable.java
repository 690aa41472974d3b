package io.github.dynamodbmigrations.throttle;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A table as DynamoDB throttles it: provisioned write units, spread over partitions that take 1,000 a second each, with
 * what was left unused kept for 300 seconds: at the beginning, that of one second.
 */
final class SimulatedTable {
    private static final double OF_A_PARTITION = 1_000;
    private static final double SECONDS_KEPT = 300;

    final int partitions;
    private final Level whole;
    private final Level[] parts;

    /** Units that were not used, like those that may still be. */
    private static final class Level {
        private final double perSecond;
        private double units;
        private long at;

        Level(double perSecond) {
            this.perSecond = perSecond;
            this.units = perSecond;
        }

        boolean has(long now, double wanted) {
            units = Math.min(perSecond * SECONDS_KEPT, units + (now - at) / 1e9 * perSecond);
            at = now;
            return units >= wanted;
        }
    }

    SimulatedTable(double provisioned) {
        this.partitions = (int) Math.max(1, Math.ceil(provisioned / OF_A_PARTITION));
        this.whole = new Level(provisioned);
        this.parts = IntStream.range(0, partitions)
                .mapToObj(partition -> new Level(OF_A_PARTITION))
                .toArray(Level[]::new);
    }

    /** A write; empty if it was taken, else why it was refused. */
    Optional<TransientReason> write(long now, int partition, double units) {
        var part = parts[partition];
        if (!part.has(now, units)) {
            return Optional.of(TransientReason.KEY_RANGE);
        }
        if (!whole.has(now, units)) {
            return Optional.of(TransientReason.TABLE);
        }
        part.units -= units;
        whole.units -= units;
        return Optional.empty();
    }
}
