package io.github.dynamodbmigrations.control;

import io.github.dynamodbmigrations.connection.Connection;
import io.github.dynamodbmigrations.deployment.Standing;
import io.github.dynamodbmigrations.engine.Untold;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.run.RunStatus;
import io.github.dynamodbmigrations.throttle.Pause;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Somebody who waits until versions are applied, whoever applies them, and changes nothing.
 *
 * @param connection where the history is; reached anew for each look, so that renewed credentials count
 * @param versions the versions
 * @param timeout how long to wait
 * @param clock what time it is
 * @param nanoTime a monotonic clock
 * @param pause how to wait between two looks
 * @param say takes lines
 */
public record Await(
        Connection connection,
        List<Long> versions,
        Duration timeout,
        Clock clock,
        LongSupplier nanoTime,
        Pause pause,
        Consumer<String> say) {
    private static final Duration BETWEEN = Duration.ofSeconds(5);

    /** Longer than Control takes to record the end of an execution that was broken off, and than a network is away. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Copies and orders the versions. */
    public Await {
        versions = versions.stream().sorted().toList();
    }

    /**
     * Waits.
     *
     * @throws io.github.dynamodbmigrations.MigrationException if one of them ends without success, or the time is up
     */
    public void untilApplied() {
        new Waiting().untilApplied();
    }

    /** One look at the history. */
    private record Look(Standing standing, Optional<RunStatus> status) {}

    private final class Waiting {
        private final long begun = nanoTime.getAsLong();
        private long certainAt = begun;
        private Optional<Look> last = Optional.empty();
        private String said = "";
        private final Untold untold = new Untold(say);

        void untilApplied() {
            while (!isApplied()) {
                if (since(begun).compareTo(timeout) >= 0) {
                    throw FailureCode.AWAITED_TOO_LONG.exception("waited for " + timeout.toSeconds() + " s: "
                            + last.map(look -> shown(look.standing())).orElse("the history could not be read")
                            + ". What is under way goes on. Call it again, or raise -Ddynamodb-migrations.timeout.");
                }
                pause.pause(BETWEEN);
            }
        }

        private boolean isApplied() {
            Look look;
            try {
                look = look();
            } catch (RuntimeException unread) {
                // The first look shows what is set wrongly; later on credentials may have to be renewed.
                if (last.isEmpty() || since(certainAt).compareTo(PATIENCE) >= 0) {
                    throw unread;
                }
                say("cannot look at the history for now: " + unread.getMessage());
                return false;
            }
            var standing = look.standing();
            if (!(standing instanceof Standing.Doubtful doubtful)) {
                certainAt = nanoTime.getAsLong();
            } else if (since(certainAt).compareTo(PATIENCE) >= 0) {
                throw doubtful.cause().exception();
            }
            if (standing instanceof Standing.Ended ended) {
                look.status().ifPresent(status -> status.lines(Optional.empty()).forEach(say));
                throw ended.cause().exception();
            }
            var progress = look.status()
                    .flatMap(status -> status.progress(last.flatMap(Look::status)))
                    .orElseGet(() -> shown(standing));
            last = Optional.of(look);
            say(progress);
            return standing instanceof Standing.Applied;
        }

        private Look look() {
            try (var open = connection.open(clock, pause, () -> "unused");
                    var workflow = connection.workflow(untold)) {
                var history = connection.history();
                if (open.historyTable(history).find().isEmpty()) {
                    return new Look(
                            new Standing.UnderWay("history table " + history.table() + " is not there yet"),
                            Optional.empty());
                }
                var ports = open.ports(history);
                var standing = Standing.of(
                        versions,
                        ports.history().read(),
                        open.triggers(history).all(),
                        ports.lock().read(),
                        workflow::status);
                return new Look(standing, Optional.of(RunStatus.read(ports, clock.instant())));
            }
        }

        private void say(String line) {
            if (!line.equals(said)) {
                said = line;
                say.accept(line);
            }
        }

        private Duration since(long moment) {
            return Duration.ofNanos(nanoTime.getAsLong() - moment);
        }
    }

    private String shown(Standing standing) {
        if (standing instanceof Standing.Applied) {
            return "applied: " + (versions.size() == 1 ? "version " : "all versions up to ")
                    + versions.get(versions.size() - 1);
        }
        return standing instanceof Standing.UnderWay underWay
                ? underWay.what()
                : "an execution is over and its run is not; its end may still be recorded";
    }
}
