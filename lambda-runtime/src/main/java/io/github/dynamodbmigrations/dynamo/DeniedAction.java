package io.github.dynamodbmigrations.dynamo;

import java.util.Optional;
import java.util.regex.Pattern;

/** The action that a service says a caller may not take: of a transaction, which of its parts. */
public final class DeniedAction {
    /** What AWS says of the one who calls, and on what, stays out. */
    private static final Pattern SAID = Pattern.compile("is not authorized to perform: ([a-z0-9-]+:[A-Za-z0-9]+)");

    private DeniedAction() {}

    /**
     * Looks for it in what was thrown, and in its causes.
     *
     * @param thrown by the SDK, or by an author's code
     * @return the action with its service's prefix; empty if nothing speaks of a denial
     */
    public static Optional<String> in(Throwable thrown) {
        for (var each = thrown; each != null; each = each.getCause()) {
            var said = SAID.matcher(String.valueOf(each.getMessage()));
            if (said.find()) {
                return Optional.of(said.group(1));
            }
        }
        return Optional.empty();
    }
}
