package io.github.dynamodbmigrations.checkpoint;

/**
 * What happened to scanned items. {@code scanned = kept + updated + deleted + rejected + vanished + replayed + deferred}
 * always holds; further puts and refused conditions are counted apart.
 *
 * @param scanned items that the source returned after its filter
 * @param kept left as they are
 * @param updated given a new content
 * @param deleted deleted
 * @param rejected left alone and reported
 * @param vanished gone before they could be written
 * @param replayed already done by this rank
 * @param deferred left to the next sweep after too many conflicts
 * @param puts further items put
 * @param conflicts conditions that the application's writes made us lose
 */
public record Tally(
        long scanned,
        long kept,
        long updated,
        long deleted,
        long rejected,
        long vanished,
        long replayed,
        long deferred,
        long puts,
        long conflicts) {
    /** Nothing yet. */
    public static final Tally ZERO = new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Asserts the sum. */
    public Tally {
        if (scanned != kept + updated + deleted + rejected + vanished + replayed + deferred) {
            throw new IllegalArgumentException("a tally that does not add up: scanned " + scanned);
        }
    }

    /** Both together. */
    public Tally plus(Tally other) {
        return new Tally(
                scanned + other.scanned,
                kept + other.kept,
                updated + other.updated,
                deleted + other.deleted,
                rejected + other.rejected,
                vanished + other.vanished,
                replayed + other.replayed,
                deferred + other.deferred,
                puts + other.puts,
                conflicts + other.conflicts);
    }
}
