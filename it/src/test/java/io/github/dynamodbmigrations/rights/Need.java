package io.github.dynamodbmigrations.rights;

import io.github.dynamodbmigrations.deployed.Cloud;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;

/**
 * An action that a role was seen to need, on what.
 *
 * @param role the role's name
 * @param action the action
 * @param resource the ARN
 */
record Need(String role, String action, String resource) {
    private static final Comparator<Need> ORDER =
            Comparator.comparing(Need::role).thenComparing(Need::action).thenComparing(Need::resource);

    /** All that were seen and allowed since the emulator was started. */
    static Set<Need> seen(Actions actions) {
        var needs = new TreeSet<>(ORDER);
        for (var line : lines()) {
            var call = Tree.parse(line);
            if (Boolean.TRUE.equals(call.get("allowed"))) {
                var operation = Tree.at(call, "service") + ":" + Tree.at(call, "operation");
                for (var action : actions.of(operation, (String) Tree.at(call, "detail"))) {
                    var principal = ((String) Tree.at(call, "principal")).split("/", -1);
                    needs.add(new Need(principal[1], action, (String) Tree.at(call, "resource")));
                }
            }
        }
        return needs;
    }

    private static Iterable<String> lines() {
        try {
            return Files.readAllLines(Path.of(Cloud.given("CLOUD_CALLS")));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Whether a pattern of a policy covers it. */
    boolean isOn(String pattern) {
        return resource.matches(("\\Q" + pattern + "\\E").replace("*", "\\E.*\\Q"));
    }
}
