package io.github.dynamodbmigrations.control;

import io.github.dynamodbmigrations.connection.Confirmation;
import io.github.dynamodbmigrations.connection.Connection;
import io.github.dynamodbmigrations.connection.Place;
import io.github.dynamodbmigrations.engine.EnginePorts;
import io.github.dynamodbmigrations.history.Control;
import io.github.dynamodbmigrations.history.Control.Abort;
import io.github.dynamodbmigrations.history.Control.Rate;
import io.github.dynamodbmigrations.history.Control.Wish;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.history.RunState;
import io.github.dynamodbmigrations.throttle.Pause;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Somebody who asks something of whatever works on a history. What is asked is kept there; workers look every few seconds.
 *
 * @param connection where the history is
 * @param confirmation leave to write
 * @param who as people know them
 * @param why in their words; empty if they did not say
 * @param clock what time it is
 * @param pause how to wait for another one who asks at the same time
 */
public record Operator(
        Connection connection, Confirmation confirmation, String who, String why, Clock clock, Pause pause) {
    /** Lets all runs of the history wait before their next page, and none begin. */
    public String pauseRuns() {
        return ask(ports -> {
            var now = ports.controls().change(seen -> seen.pause().isPresent() ? seen : seen.paused(wish()));
            return "paused by " + now.pause().orElseThrow()
                    + ". Runs wait before their next page, within ten seconds, until dynamodb-migrations:resume";
        });
    }

    /** Lets runs go on. */
    public String resumeRuns() {
        return ask(ports -> {
            var before = ports.controls().read().pause();
            ports.controls().change(Control::resumed);
            return before.map(wish -> "resumed; it was paused by " + wish).orElse("nothing was paused");
        });
    }

    /** Lets the run that is under way end after the page that each of its workers has begun. */
    public String abortRun() {
        return ask(ports -> {
            var lock = ports.lock().read();
            var run = unfinished(ports)
                    .filter(it ->
                            it.state() == RunState.RUNNING && lock.holder().isPresent())
                    .orElseThrow(() -> noRun("nothing is running"));
            ports.controls().change(seen -> seen.withAbort(new Abort(run.key(), lock.epoch(), wish())));
            return "version " + run.version() + " ends after its present page, within ten seconds, as INTERRUPTED;"
                    + " dynamodb-migrations:status shows it, the next start goes on from its checkpoints";
        });
    }

    /**
     * Gives the run that is under way, or waits to be resumed, another rate.
     *
     * @param readUnits per second of all workers together, 0 for what was planned, or empty for what is in force
     * @param writeUnits the same for writes
     */
    public String setRate(Optional<Long> readUnits, Optional<Long> writeUnits) {
        return ask(ports -> {
            var run = unfinished(ports).orElseThrow(() -> noRun("no run is unfinished"));
            var now = ports.controls()
                    .change(seen -> seen.withRate(new Rate(
                            run.key(),
                            units(readUnits, seen.rateOf(run.key()).map(Rate::readUnits)),
                            units(writeUnits, seen.rateOf(run.key()).map(Rate::writeUnits)),
                            wish())));
            var rate = now.rate().orElseThrow();
            return "version " + run.version() + " uses " + text(rate.readUnits()) + " RCU/s and "
                    + text(rate.writeUnits()) + " WCU/s, within ten seconds";
        });
    }

    private static double units(Optional<Long> asked, Optional<Double> inForce) {
        return asked.map(Long::doubleValue).or(() -> inForce).orElse(0.0);
    }

    private static String text(double units) {
        return units == 0 ? "the planned" : "at most " + Math.round(units);
    }

    private Wish wish() {
        return new Wish(who, why, clock.instant());
    }

    private String ask(Function<EnginePorts, String> what) {
        var place = Place.find(connection, List.of(), clock);
        if (place.historyArn().isEmpty()) {
            throw noRun("there is no history yet");
        }
        confirmation.require(place);
        try (var open = connection.open(clock, pause, () -> "unused")) {
            return what.apply(open.ports(connection.history()));
        }
    }

    private static Optional<Run> unfinished(EnginePorts ports) {
        return ports.history().read().unfinished();
    }

    private RuntimeException noRun(String fact) {
        return FailureCode.NO_RUN.exception(fact + ": history table "
                + connection.history().table()
                + ". Look at it with dynamodb-migrations:status; units of a later run are given to it with"
                + " readUnits and writeUnits.");
    }
}
