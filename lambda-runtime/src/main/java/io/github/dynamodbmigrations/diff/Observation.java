package io.github.dynamodbmigrations.diff;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/** What a migration has looked at of one image, in any of the items made from it. */
public final class Observation {
    private final Set<String> names = new ConcurrentSkipListSet<>();
    private volatile boolean all;

    void note(String name) {
        names.add(name);
    }

    /** Notes that everything was looked at. */
    public void noteAll() {
        all = true;
    }

    /**
     * The names of all attributes looked at.
     *
     * @param present the names of all attributes that the image has
     * @return those read or named, and all that are present if everything was looked at
     */
    public Set<String> names(Set<String> present) {
        var noted = new TreeSet<>(names);
        if (all) {
            noted.addAll(present);
        }
        return noted;
    }
}
