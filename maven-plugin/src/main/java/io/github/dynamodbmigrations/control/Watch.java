package io.github.dynamodbmigrations.control;

import io.github.dynamodbmigrations.connection.Connection;
import io.github.dynamodbmigrations.report.Report;
import io.github.dynamodbmigrations.report.StatusReport;
import io.github.dynamodbmigrations.run.RunStatus;
import io.github.dynamodbmigrations.throttle.Pause;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Somebody who looks at a run, and changes nothing.
 *
 * @param connection where its history is
 * @param clock what time it is
 * @param pause how to wait between two looks
 * @param show takes what is seen, look by look
 */
public record Watch(Connection connection, Clock clock, Pause pause, Consumer<Report> show) {
    private static final Duration BETWEEN = Duration.ofSeconds(5);

    /**
     * Looks.
     *
     * @param again whether to look again until no run is RUNNING
     */
    public void look(boolean again) {
        try (var open = connection.open(clock, pause, () -> "unused")) {
            if (open.historyTable(connection.history()).find().isEmpty()) {
                show.accept(report(Optional.empty(), Optional.empty()));
                return;
            }
            var ports = open.ports(connection.history());
            var before = Optional.<RunStatus>empty();
            while (true) {
                var now = RunStatus.read(ports, clock.instant());
                show.accept(report(Optional.of(now), before));
                if (!again || !now.isRunning()) {
                    return;
                }
                pause.pause(BETWEEN);
                before = Optional.of(now);
            }
        }
    }

    private StatusReport report(Optional<RunStatus> now, Optional<RunStatus> before) {
        return new StatusReport(connection.history().table(), now, before);
    }
}
