package io.github.dynamodbmigrations.run;

import io.github.dynamodbmigrations.engine.EnginePorts;
import io.github.dynamodbmigrations.history.Control;
import io.github.dynamodbmigrations.history.LockState;
import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.history.RunState;
import io.github.dynamodbmigrations.history.TableIdentity;
import io.github.dynamodbmigrations.history.WorkerReport;
import io.github.dynamodbmigrations.history.WorkerReport.Use;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a history says of its latest run, for people.
 *
 * @param at when it was read
 * @param latest the latest run; empty if nothing ran
 * @param table the table of that run, and about how many items it has
 * @param pass what came of its present pass so far
 * @param control what operators ask
 * @param reports what its processes say of their pace
 * @param lock who works on the history
 */
public record RunStatus(
        Instant at,
        Optional<Run> latest,
        Optional<Counted> table,
        PassResult pass,
        Control control,
        List<WorkerReport> reports,
        LockState lock) {
    private static final PassResult NOTHING = PassResult.of(List.of(), 0);

    /** A report that is older says nothing of now. */
    private static final Duration FRESH = Duration.ofSeconds(15);

    /**
     * A table of a run.
     *
     * @param logical its logical name
     * @param items about how many items it has, while the run is RUNNING
     */
    public record Counted(String logical, Optional<Long> items) {}

    /**
     * Reads it.
     *
     * @param ports reach the history
     * @param now what time it is
     * @return the status
     */
    public static RunStatus read(EnginePorts ports, Instant now) {
        var latest = ports.history().read().runs().stream().reduce((earlier, later) -> later);
        var control = ports.controls().read();
        var lock = ports.lock().read();
        if (latest.isEmpty()) {
            return new RunStatus(now, latest, Optional.empty(), NOTHING, control, List.of(), lock);
        }
        var run = latest.get();
        var plan = ports.plans().read(run.key());
        var pass =
                PassResult.of(ports.checkpoints().ofPass(run.version(), run.rank(), run.pass()), plan.totalSegments());
        return new RunStatus(
                now,
                latest,
                plan.table().map(table -> new Counted(table.logical(), items(ports, run, table))),
                pass,
                control,
                ports.controls().reports(run.key()),
                lock);
    }

    /** Of no interest once it has ended, and its table may be gone then. */
    private static Optional<Long> items(EnginePorts ports, Run run, TableIdentity table) {
        return run.state() == RunState.RUNNING
                ? Optional.of(
                        ports.tables().describe(table.logical(), table.name()).items())
                : Optional.empty();
    }

    /** Whether a run is RUNNING. */
    public boolean isRunning() {
        return latest.filter(run -> run.state() == RunState.RUNNING).isPresent();
    }

    /**
     * How far the run is that is RUNNING, as one line.
     *
     * @param before an earlier status, by which speed is told
     */
    public Optional<String> progress(Optional<RunStatus> before) {
        return latest.filter(run -> isRunning())
                .flatMap(run -> table.map(of -> progress(run, of, before).line()));
    }

    /**
     * All of it, line by line.
     *
     * @param before an earlier status, by which speed is told
     */
    public List<String> lines(Optional<RunStatus> before) {
        var lines = new ArrayList<String>();
        if (latest.isEmpty()) {
            lines.add("nothing has run yet");
        } else {
            var run = latest.get();
            lines.add(Text.version(run.version()) + " " + run.state() + ", rank " + run.rank() + ", attempt "
                    + run.attempts().size() + ", started " + run.attempt().startedAt());
            if (isRunning()) {
                progress(before).ifPresent(lines::add);
            } else {
                lines.add("ended after " + RunReport.duration(run) + RunReport.tally(run.tally()));
                run.cause().ifPresent(cause -> lines.add(cause.message()));
            }
        }
        lines.add(lock.holder()
                .map(holder -> "lock: held by " + holder.owner() + " since " + holder.since())
                .orElse("lock: free"));
        control.pause().ifPresent(wish -> lines.add("paused by " + wish));
        latest.ifPresent(run -> asked(run, lines));
        return lines;
    }

    private void asked(Run run, List<String> lines) {
        control.rateOf(run.key())
                .ifPresent(rate -> lines.add("rate: " + units("RCU/s", rate.readUnits()) + ", "
                        + units("WCU/s", rate.writeUnits()) + ", set by " + rate.wish()));
        if (isRunning()) {
            control.abortOf(run.key(), lock.epoch()).ifPresent(wish -> lines.add("abort asked by " + wish));
        }
    }

    private static String units(String unit, double units) {
        return units == 0 ? unit + " as planned" : Text.units(units) + " " + unit;
    }

    private Progress progress(Run run, Counted of, Optional<RunStatus> before) {
        var since = before.filter(it -> it.isOfSamePass(run))
                .map(RunStatus::at)
                .orElse(run.attempt().startedAt());
        var evaluatedBefore = before.filter(it -> it.isOfSamePass(run))
                .map(it -> it.pass.evaluated())
                // The first attempt's first pass began with the attempt; of others it is not known when they did.
                .orElse(run.pass() == Passes.FIRST && run.attempts().size() == 1 ? 0 : pass.evaluated());
        return new Progress(
                run.version(),
                of.logical(),
                Passes.isVerify(run.pass()),
                pass.evaluated(),
                of.items().orElse(0L),
                pass.tally(),
                Duration.between(since, at),
                evaluatedBefore,
                pace(Passes.isVerify(run.pass())));
    }

    private boolean isOfSamePass(Run run) {
        return latest.filter(mine -> mine.key().equals(run.key()) && mine.pass() == run.pass())
                .isPresent();
    }

    /** All processes together. */
    private String pace(boolean verifying) {
        var fresh = reports.stream()
                .filter(report -> Duration.between(report.at(), at).abs().compareTo(FRESH) < 0)
                .toList();
        if (fresh.isEmpty()) {
            return "";
        }
        var none = new Use(0, 0);
        var waits = fresh.stream()
                .map(WorkerReport::waitsFor)
                .flatMap(Optional::stream)
                .distinct()
                .collect(Collectors.joining(", "));
        var all = new WorkerReport(
                "all",
                fresh.stream().map(WorkerReport::reads).reduce(none, Use::plus),
                fresh.stream().map(WorkerReport::writes).reduce(none, Use::plus),
                Optional.of(waits).filter(text -> !text.isEmpty()),
                at);
        return Text.pace(all, verifying);
    }
}
