package io.github.dynamodbmigrations.run;

import io.github.dynamodbmigrations.checkpoint.Checkpoint;
import io.github.dynamodbmigrations.checkpoint.Tally;
import io.github.dynamodbmigrations.diff.Objection;
import io.github.dynamodbmigrations.history.Direction;
import io.github.dynamodbmigrations.history.LockState;
import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.history.RunState;
import io.github.dynamodbmigrations.history.WorkerReport;
import io.github.dynamodbmigrations.plan.TableFacts;
import io.github.dynamodbmigrations.scan.ItemKey;
import io.github.dynamodbmigrations.write.ItemWrite;
import java.io.PrintStream;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Prints what a runner does: one line that is updated on a terminal, a line every ten seconds elsewhere, and what came of
 * each run. Shows values of items only if it is told to.
 */
final class Console implements RunObserver {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);
    private static final Duration BETWEEN_UPDATES = Duration.ofMillis(500);
    private static final String CLEAR = "\r\u001b[K";

    private final PrintStream out;
    private final boolean isTerminal;
    private final LongSupplier nanoTime;
    private final Samples samples;
    private @Nullable Walking walking;
    private long printedAt;
    private boolean isLineOpen;
    private String waitedFor = "";

    /** What is known of the pass under way. */
    private record Walking(
            ActiveRun run, PassResult before, long begunAt, Supplier<WorkerReport> pace, long evaluated, Tally tally) {
        Walking plus(long evaluatedMore, Tally page) {
            return new Walking(run, before, begunAt, pace, evaluated + evaluatedMore, tally.plus(page));
        }

        Progress progress(long now) {
            return new Progress(
                    run.plan().version(),
                    run.migration().table().orElse(""),
                    run.isVerifying(),
                    evaluated,
                    run.table().map(TableFacts::items).orElse(0L),
                    tally,
                    Duration.ofNanos(now - begunAt),
                    before.evaluated(),
                    Text.pace(pace.get(), run.isVerifying()));
        }
    }

    Console(PrintStream out, boolean isTerminal, boolean showsValues, LongSupplier nanoTime) {
        this.out = out;
        this.isTerminal = isTerminal;
        this.nanoTime = nanoTime;
        this.samples = new Samples(showsValues);
    }

    /** Prints a line of its own. */
    synchronized void line(String text) {
        if (isLineOpen) {
            out.print(CLEAR);
            isLineOpen = false;
        }
        out.println(text);
        out.flush();
    }

    /** Shows the progress if it is time to. */
    synchronized void tick() {
        var now = nanoTime.getAsLong();
        var every = isTerminal ? BETWEEN_UPDATES : BETWEEN_LINES;
        if (walking == null || now - printedAt < every.toNanos()) {
            return;
        }
        printedAt = now;
        var progress = walking.progress(now).line();
        if (isTerminal) {
            out.print(CLEAR + progress);
            out.flush();
            isLineOpen = true;
        } else {
            line(progress);
        }
    }

    @Override
    public void waitingFor(LockState lock) {
        var whom = lock.holder()
                .map(holder -> "waiting for the lock, held by " + holder.owner() + " since " + holder.since())
                .orElse("waiting until a missing worker can no longer write");
        if (!whom.equals(waitedFor)) {
            waitedFor = whom;
            line(whom);
        }
    }

    @Override
    public void warning(String message) {
        line("warning: " + message);
    }

    @Override
    public void began(ActiveRun run) {
        var description = run.migration().description();
        line("");
        line(Text.versioned(run.plan().version(), run.migration().type().getSimpleName())
                + (description.isEmpty() ? "" : ": " + description)
                + (run.plan().direction() == Direction.DOWN ? " (undo)" : "")
                + (run.resumed() ? " (resumed, attempt " + run.run().attempts().size() + ")" : ""));
    }

    @Override
    public synchronized void passBegan(ActiveRun run, PassResult before, Supplier<WorkerReport> pace) {
        var now = nanoTime.getAsLong();
        walking = new Walking(run, before, now, pace, before.evaluated(), before.tally());
        printedAt = now;
    }

    @Override
    public synchronized void page(Checkpoint after, long evaluated, Tally page) {
        if (walking != null) {
            walking = walking.plus(evaluated, page);
        }
    }

    @Override
    public void written(ItemWrite write) {
        samples.add(write);
    }

    @Override
    public void rejected(ItemKey key, Objection objection) {
        samples.add(key, objection);
    }

    @Override
    public void ended(Run run, ActiveRun active) {
        synchronized (this) {
            walking = null;
        }
        samples.take().forEach(sample -> line("  " + sample));
        var isUnverified = run.state() == RunState.SUCCEEDED && !active.isTask() && !active.isVerifying();
        line("  " + run.state() + (isUnverified ? ", NOT VERIFIED," : "") + " in " + RunReport.duration(run)
                + RunReport.tally(run.tally()));
    }
}
