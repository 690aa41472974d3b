package io.github.dynamodbmigrations.deployment;

import io.github.dynamodbmigrations.engine.EnginePorts;
import io.github.dynamodbmigrations.engine.ExecutionStatus;
import io.github.dynamodbmigrations.engine.Workflow;
import io.github.dynamodbmigrations.history.Cause;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.HistoryId;
import io.github.dynamodbmigrations.history.HistoryState;
import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.history.RunState;
import io.github.dynamodbmigrations.plan.MigrationDefinition;
import io.github.dynamodbmigrations.plan.PlannerSettings;
import io.github.dynamodbmigrations.run.BoundTables;
import io.github.dynamodbmigrations.run.RunClosing;
import io.github.dynamodbmigrations.trigger.ExecutionName;
import io.github.dynamodbmigrations.versions.Course;
import io.github.dynamodbmigrations.versions.Leg;
import io.github.dynamodbmigrations.versions.Registration;
import io.github.dynamodbmigrations.versions.VersionStore;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Brings the data to a version by the machines of migrations, one after the other. The history says what comes next, so that
 * each call may be repeated, and goes on where another one has stopped.
 */
public final class VersionWalk {
    /** A definition that was just updated is waited for by starting anew; that takes seconds. */
    private static final int MOST_RESTARTS = 10;

    private final EnginePorts ports;
    private final VersionStore store;
    private final Workflow workflow;
    private final Supplier<String> uuids;

    /**
     * Makes one.
     *
     * @param ports what the engine talks to
     * @param store remembers why executions end before they have a run
     * @param workflow executions
     * @param uuids makes unique ids
     */
    public VersionWalk(EnginePorts ports, VersionStore store, Workflow workflow, Supplier<String> uuids) {
        this.ports = ports;
        this.store = store;
        this.workflow = workflow;
        this.uuids = uuids;
    }

    /**
     * What is asked for.
     *
     * @param execution the ARN of the version machine's execution
     * @param registration what its stack has registered
     * @param migrations what there is
     * @param settings the target, and what else planning needs
     */
    public record Asked(
            String execution,
            Registration registration,
            List<MigrationDefinition> migrations,
            PlannerSettings settings) {}

    /** What a call came to. */
    public sealed interface Step {
        /** An execution is under way, started now or before. */
        record Follow(Leg leg, String execution) implements Step {}

        /** The data has the version. */
        record Done() implements Step {}

        /** A run has failed, and has recorded so itself. */
        record Failed(String code) implements Step {}
    }

    /**
     * Takes the next step.
     *
     * @param asked what is asked for
     * @param last what was started or seen under way last
     * @return what it came to
     * @throws io.github.dynamodbmigrations.MigrationException if something stands in the way, which nobody has recorded
     */
    public Step next(Asked asked, Optional<Step.Follow> last) {
        var history = ports.history().open();
        var course = course(history, asked);
        var leg = course.stream().findFirst();
        if (last.isPresent() && leg.equals(last.map(Step.Follow::leg))) {
            var running = candidates(last.get().execution())
                    .filter(execution -> workflow.status(execution) != ExecutionStatus.OVER)
                    .findFirst();
            if (running.isPresent()) {
                return new Step.Follow(leg.get(), running.get());
            }
            // It may have succeeded between the two looks.
            history = ports.history().open();
            course = course(history, asked);
            leg = course.stream().findFirst();
            if (leg.equals(last.map(Step.Follow::leg))) {
                return failed(history, last.get());
            }
        }
        // Each migration's machine looks at the table of its own only, and none is started where nothing is pending.
        new BoundTables(ports).require(history, asked.registration().tables());
        return leg.isPresent() ? start(history.id(), asked, course) : new Step.Done();
    }

    private List<Leg> course(HistoryState history, Asked asked) {
        return Course.of(history, asked.migrations(), asked.settings(), ports.plans());
    }

    /** The first of the legs, if there is a machine for each: half of the way would leave the data where nobody wanted it. */
    private Step start(HistoryId history, Asked asked, List<Leg> course) {
        course.forEach(leg -> requireMachine(asked, leg));
        var leg = course.get(0);
        var machine = asked.registration().machine(leg).orElseThrow();
        var name = ExecutionName.of(history.value(), asked.execution() + "|" + leg.version() + "|" + leg.direction());
        workflow.start(machine, name, asked.registration().input(leg));
        return new Step.Follow(leg, Workflow.executionArn(machine, name));
    }

    private static void requireMachine(Asked asked, Leg leg) {
        if (asked.registration().machine(leg).isEmpty()) {
            throw FailureCode.NOT_REGISTERED.exception("version " + leg.version()
                    + " has no state machine: the stack of this version machine has those of "
                    + asked.registration().machines().keySet().stream().sorted().toList()
                    + ", and nothing more is started. Deploy it again with that version emitted, or use `mvn dynamodb-migrations:"
                    + (leg.isDown() ? "undo" : "migrate")
                    + asked.settings()
                            .target()
                            .map(target -> " -Ddynamodb-migrations.target=" + target)
                            .orElse("")
                    + "`.");
        }
    }

    /** An execution, and those that may have taken its place. */
    private static Stream<String> candidates(String execution) {
        return Stream.iterate(execution, VersionWalk::anew).limit(MOST_RESTARTS);
    }

    private static String anew(String execution) {
        var name = execution.lastIndexOf(':') + 1;
        return execution.substring(0, name) + Anew.name(execution.substring(name));
    }

    private Step failed(HistoryState history, Step.Follow last) {
        var base = Anew.base(last.execution());
        var run = history.latest(last.leg().version())
                .filter(it -> it.state().isUnfinished()
                        && Anew.base(it.attempt().owner().id()).equals(base));
        if (run.isPresent()) {
            return new Step.Failed(recorded(run.get()));
        }
        throw store.refusal(base.substring(base.lastIndexOf(':') + 1))
                .map(Cause::exception)
                .orElseGet(() -> over(last).exception());
    }

    private String recorded(Run run) {
        if (run.state() != RunState.RUNNING) {
            return run.cause().map(Cause::code).orElse(FailureCode.UNEXPECTED.code());
        }
        var leg = new Leg(run.version(), run.direction());
        var cause = over(new Step.Follow(leg, run.attempt().owner().id()));
        new RunClosing(ports, uuids).interrupt(run.attempt().owner(), cause);
        return cause.code();
    }

    private static Cause over(Step.Follow last) {
        var code = FailureCode.EXECUTION_OVER.code();
        return new Cause(
                code,
                code + " execution ended before its run: version " + last.leg().version() + ", execution "
                        + last.execution().substring(last.execution().lastIndexOf(':') + 1)
                        + ". Start the version machine again: the run goes on from its checkpoints.");
    }
}
