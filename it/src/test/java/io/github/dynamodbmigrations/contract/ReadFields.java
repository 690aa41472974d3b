package io.github.dynamodbmigrations.contract;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An event that remembers which of its fields were read. */
final class ReadFields extends LinkedHashMap<String, Object> {
    private static final long serialVersionUID = 1L;

    private final HashSet<Object> read = new HashSet<>();

    ReadFields(Map<String, Object> fields) {
        super(fields);
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        if (name != null) {
            read.add(name);
        }
        return super.get(name);
    }

    Set<String> unread() {
        var unread = new HashSet<>(keySet());
        unread.removeAll(read);
        return unread;
    }
}
