package io.github.dynamodbmigrations.engine;

import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Tells people, once for each execution, that nobody could say whether it is under way. For one thread. */
public final class Untold implements BiConsumer<String, String> {
    private final Consumer<String> say;
    private final Set<String> said = new HashSet<>();

    /**
     * Makes one.
     *
     * @param say takes lines
     */
    public Untold(Consumer<String> say) {
        this.say = say;
    }

    @Override
    public void accept(String execution, String why) {
        if (said.add(execution)) {
            say.accept(
                    "cannot ask whether execution " + execution + " is under way, so it counts as alive: Step Functions"
                            + " says " + why + ". The right for it is states:DescribeExecution on that execution.");
        }
    }
}
