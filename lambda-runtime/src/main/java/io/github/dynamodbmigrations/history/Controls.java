package io.github.dynamodbmigrations.history;

import java.util.List;
import java.util.function.UnaryOperator;

/** Where operators' wishes are kept, and what workers say of themselves. Reads are consistent, changes conditional on what was read. */
public interface Controls {
    /** How often a worker looks, in milliseconds: with what it then has under way, a wish is granted within ten seconds. */
    long EVERY_MILLIS = 3_000;

    /** What is asked now. */
    Control read();

    /**
     * Changes it if nobody else has changed it since it was read.
     *
     * @param seen as it was read
     * @param next as it shall be; its revision does not matter
     * @return whether it was changed
     */
    boolean change(Control seen, Control next);

    /**
     * Changes it, whatever others change at the same time.
     *
     * @param change makes the new one from the present one; may be asked several times
     * @return as it is now
     */
    default Control change(UnaryOperator<Control> change) {
        while (true) {
            var seen = read();
            var next = change.apply(seen);
            if (change(seen, next)) {
                return next;
            }
        }
    }

    /**
     * Says how fast a process works, in place of what it said before; nothing if a later attempt works on the run.
     *
     * @param run the run
     * @param epoch the lock's epoch that it works under
     * @param report what it says
     */
    void report(RunKey run, long epoch, WorkerReport report);

    /** What each process said last of its work on a run. */
    List<WorkerReport> reports(RunKey run);
}
