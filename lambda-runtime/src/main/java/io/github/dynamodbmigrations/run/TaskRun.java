package io.github.dynamodbmigrations.run;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.RunContext;
import io.github.dynamodbmigrations.TaskContext;
import io.github.dynamodbmigrations.TaskMigration;
import io.github.dynamodbmigrations.checkpoint.TaskMarkers;
import io.github.dynamodbmigrations.dynamo.DeniedAction;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.TableIdentity;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Runs a task, and remembers which of its steps are done.
 *
 * @param active the task's run
 * @param markers remembers steps
 * @param epoch the lock's epoch
 * @param region the region that it works in
 * @param endpoint another endpoint than the service's
 */
public record TaskRun(ActiveRun active, TaskMarkers markers, long epoch, String region, Optional<URI> endpoint)
        implements TaskContext {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    /**
     * Runs it to its end.
     *
     * @throws MigrationException if it threw
     */
    public void execute() {
        try {
            ((TaskMigration) active.migration().instantiate()).run(this);
        } catch (MigrationException e) {
            throw e;
        } catch (Exception e) {
            var denied = DeniedAction.in(e);
            if (denied.isPresent()) {
                throw FailureCode.ACCESS_DENIED.exception("access denied: " + denied.get() + " by the task "
                        + active.migration().type().getSimpleName() + ", version "
                        + active.plan().version() + at(e)
                        + ". Grant it in the policy file that @Grants names, and deploy again; steps that are marked as"
                        + " done are skipped.");
            }
            // Its message may hold item data; the class of the exception does not.
            throw FailureCode.TASK_FAILED.exception(
                    "task failed: " + active.migration().type().getSimpleName() + ", version "
                            + active.plan().version() + ". It threw "
                            + e.getClass().getName() + at(e)
                            + ". Mend the cause and run it again; steps that are marked as done are skipped.");
        }
    }

    @Override
    public RunContext run() {
        return active.plan().context();
    }

    @Override
    public Optional<String> table() {
        return active.plan().table().map(TableIdentity::name);
    }

    @Override
    public boolean once(String name, Step step) throws Exception {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a step's name has 1 to 64 letters, digits, '_', '.' or '-'");
        }
        var plan = active.plan();
        if (markers.isDone(plan.version(), plan.rank(), name)) {
            return false;
        }
        step.run();
        markers.markDone(plan.version(), plan.rank(), name, epoch);
        return true;
    }

    private String at(Exception thrown) {
        var type = active.migration().type().getName();
        for (var frame : thrown.getStackTrace()) {
            if (frame.getClassName().equals(type)) {
                return " at " + frame.getFileName() + ":" + frame.getLineNumber();
            }
        }
        return "";
    }
}
