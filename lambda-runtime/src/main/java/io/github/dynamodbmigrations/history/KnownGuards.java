package io.github.dynamodbmigrations.history;

import java.util.Set;

/**
 * Which guards a run may meet in items, besides those of its own history that count.
 *
 * @param others whether those of other histories
 * @param forgotten ranks that were applied to the former table; the present one is said not to have them
 */
public record KnownGuards(boolean others, Set<Long> forgotten) {
    /** Only those of its own history. */
    public static final KnownGuards OWN = new KnownGuards(false, Set.of());

    /** Copies the ranks. */
    public KnownGuards {
        forgotten = Set.copyOf(forgotten);
    }
}
