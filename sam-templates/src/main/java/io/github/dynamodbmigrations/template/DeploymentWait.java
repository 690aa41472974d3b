package io.github.dynamodbmigrations.template;

import java.time.Duration;
import java.util.Collection;

/**
 * How a deployment waits for one migration. CloudFormation gives a custom resource at most one hour, so a longer wait is
 * a chain of them.
 *
 * @param total how long the deployment waits
 */
public record DeploymentWait(Duration total) {
    /** The longest time that one custom resource holds its answer back. */
    static final Duration LONGEST_HOLD = Duration.ofMinutes(55);

    /** What is left for the answer itself. */
    static final Duration GRACE = Duration.ofMinutes(5);

    private static final int MOST_TRIGGERS = 27;

    /** The longest wait, about a day. */
    public static final Duration LONGEST = LONGEST_HOLD.multipliedBy(MOST_TRIGGERS);

    static DeploymentWait of(Duration total) {
        return new DeploymentWait(total);
    }

    /** Whether a chain can be as long, and CloudFormation as short. */
    public boolean isPossible() {
        return total.compareTo(Duration.ofMinutes(1)) >= 0 && total.compareTo(LONGEST) <= 0;
    }

    /** How many custom resources it takes. */
    int triggers() {
        return Math.toIntExact(-Math.floorDiv(-total.toSeconds(), LONGEST_HOLD.toSeconds()));
    }

    /** How long one of them holds its answer; the last one only what remains. */
    Duration hold(int ordinal) {
        var before = LONGEST_HOLD.multipliedBy(ordinal - 1L);
        var left = total.minus(before);
        return left.compareTo(LONGEST_HOLD) < 0 ? left : LONGEST_HOLD;
    }

    /** When the state machine gives up: after the holds have, and before CloudFormation does. */
    Duration machineTimeout() {
        return total.plus(GRACE.dividedBy(2));
    }

    /**
     * The minutes that {@code sam deploy} has to wait for migrations, one after the other: its {@code max_wait_duration}.
     *
     * @param totals how long it waits for each
     */
    public static long maxWaitMinutes(Collection<Duration> totals) {
        return totals.stream()
                .map(GRACE::plus)
                .reduce(Duration.ZERO, Duration::plus)
                .toMinutes();
    }
}
