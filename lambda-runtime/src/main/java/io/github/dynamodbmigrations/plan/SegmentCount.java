package io.github.dynamodbmigrations.plan;

import io.github.dynamodbmigrations.plan.MigrationDefinition.DeclaredSource;

/** Into how many segments a table is divided. */
final class SegmentCount {
    private static final double BYTES_PER_SEGMENT = 1 << 30;
    private static final double WRITE_UNITS_PER_SEGMENT = 500;
    private static final int MOST = 10_000;

    private SegmentCount() {}

    /**
     * As many as are declared, else one for each gibibyte, twice as many as the write units need (a segment is a range of
     * keys, of which one partition takes about 500 a second), and at least one for each worker.
     */
    static int of(DeclaredSource source, long sizeBytes, double writeUnits, int workers) {
        if (source.segments() > 0) {
            return source.segments();
        }
        var wanted = Math.max(sizeBytes / BYTES_PER_SEGMENT, 2 * writeUnits / WRITE_UNITS_PER_SEGMENT);
        return (int) Math.min(MOST, Math.max(Math.ceil(wanted), Math.max(1, workers)));
    }
}
