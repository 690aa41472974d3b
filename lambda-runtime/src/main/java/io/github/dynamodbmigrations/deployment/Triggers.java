package io.github.dynamodbmigrations.deployment;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.engine.EnginePorts;
import io.github.dynamodbmigrations.engine.ExecutionStatus;
import io.github.dynamodbmigrations.engine.Workflow;
import io.github.dynamodbmigrations.engine.WorkflowLiveness;
import io.github.dynamodbmigrations.history.Cause;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.Liveness;
import io.github.dynamodbmigrations.history.Owner;
import io.github.dynamodbmigrations.history.RunState;
import io.github.dynamodbmigrations.run.RunClosing;
import io.github.dynamodbmigrations.run.RunWatch;
import io.github.dynamodbmigrations.run.Surroundings;
import io.github.dynamodbmigrations.trigger.Answer;
import io.github.dynamodbmigrations.trigger.Answers;
import io.github.dynamodbmigrations.trigger.ResourceRequest;
import io.github.dynamodbmigrations.trigger.Step;
import io.github.dynamodbmigrations.trigger.Trigger;
import io.github.dynamodbmigrations.trigger.TriggerId;
import io.github.dynamodbmigrations.trigger.TriggerProperties;
import io.github.dynamodbmigrations.trigger.TriggerStore;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Trigger resources from their Create to their Delete. Everything may be repeated: events are delivered more than once. */
public final class Triggers {
    private static final String TIMER = "-t";
    private static final Duration LONGEST_QUIET = Duration.ofSeconds(60);
    private static final Duration LONGEST_QUIET_AFTER_BREAK = Duration.ofSeconds(200);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration DEFINITION_POLL = Duration.ofSeconds(5);

    private static final String GOES = "its trigger is deleted";
    private static final Cause STOPPED = new Cause(
            FailureCode.STOPPED.code(),
            FailureCode.STOPPED.code()
                    + " run was stopped: its trigger was deleted, by a rollback or with its stack. Deploy"
                    + " again: it goes on from its checkpoints.");

    private final EnginePorts ports;
    private final TriggerStore store;
    private final Workflow workflow;
    private final Outbox outbox;
    private final Surroundings surroundings;
    private final RunClosing closing;
    private final Duration longestLife;

    /**
     * Makes one.
     *
     * @param ports what the engine talks to
     * @param store remembers triggers
     * @param workflow executions
     * @param answers brings answers
     * @param surroundings clock and pause
     * @param longestLife how long a worker lives at most
     */
    public Triggers(
            EnginePorts ports,
            TriggerStore store,
            Workflow workflow,
            Answers answers,
            Surroundings surroundings,
            Duration longestLife) {
        this.ports = ports;
        this.store = store;
        this.workflow = workflow;
        this.outbox = new Outbox(store, answers);
        this.surroundings = surroundings;
        this.closing = new RunClosing(ports, surroundings.uuids());
        this.longestLife = longestLife;
    }

    /**
     * Starts a run or follows one, unless there is nothing to run.
     *
     * @param request the Create
     * @param properties what is asked for
     */
    public void create(ResourceRequest request, TriggerProperties properties) {
        var trigger = store.remember(Trigger.of(request, properties));
        if (trigger.isAnswered() || trigger.isDeleted()) {
            return;
        }
        if (trigger.body().isPresent()) {
            outbox.answer(trigger, Answer.success(""));
            return;
        }
        var history = ports.history().open();
        if (properties.baselineVersion() > 0) {
            history = ports.history().baseline(properties.baselineVersion());
        }
        for (var table : properties.tables().entrySet()) {
            history.requireBound(
                    ports.tables().describe(table.getKey(), table.getValue()).identity());
        }
        // Who may not read the lock could not even tell how a run ends: better to know before it begins.
        ports.lock().read();
        var liveness = new WorkflowLiveness(workflow);
        // Once it follows an execution it stays with it, whatever a later delivery finds.
        var step = trigger.execution()
                .<Step>map(Step.Follow::new)
                .orElseGet(() -> Step.of(
                        properties, ports.history().open(), owner -> liveness.of(owner) == Liveness.Verdict.OVER));
        if (step instanceof Step.Tell tell) {
            outbox.answer(trigger, tell.answer());
            return;
        }
        hold(request, properties, trigger, step);
    }

    private void hold(ResourceRequest request, TriggerProperties properties, Trigger trigger, Step step) {
        var machine = properties.stateMachineArn();
        var name = properties.executionName(request);
        var own = Workflow.executionArn(machine, name);
        var execution = step instanceof Step.Follow follow ? follow.executionArn() : own;
        var timer = properties.isDetached()
                ? Optional.<String>empty()
                : Optional.of(Workflow.executionArn(machine, name + TIMER));
        store.follow(trigger.id(), execution, timer);
        var isUnderWay = execution.equals(own)
                ? workflow.start(machine, name, properties.input())
                : workflow.status(execution) != ExecutionStatus.OVER;
        if (properties.isDetached()) {
            outbox.answer(
                    trigger, Answer.success("version " + trigger.id().version() + " was started; nobody waits for it"));
        } else if (isUnderWay) {
            workflow.start(machine, name + TIMER, timed(properties, trigger.id()));
        } else {
            ended(execution);
        }
    }

    private static Map<String, Object> timed(TriggerProperties properties, TriggerId id) {
        var input = new HashMap<>(properties.input());
        input.put("timer", Map.of("waitSeconds", properties.holdSeconds(), "trigger", id.physicalId()));
        return input;
    }

    /**
     * Stops what a resource that goes has started, if nobody else follows it. Data stays as it is.
     *
     * @param request the Delete
     */
    public void delete(ResourceRequest request) {
        find(request).forEach(this::delete);
        outbox.answer(request, request.physicalId(), Answer.success("data and history stay"));
    }

    /** By its id; CloudFormation invents one for a resource whose Create it does not wait for any more. */
    private List<Trigger> find(ResourceRequest request) {
        return TriggerId.parse(request.physicalId())
                .map(id -> store.find(id).stream().toList())
                .orElseGet(() -> store.all().stream()
                        .filter(trigger -> trigger.isOf(request) && !trigger.isAnswered())
                        .toList());
    }

    private void delete(Trigger trigger) {
        // First, so that of two that go at once one sees that it is the last.
        store.markDeleted(trigger.id());
        trigger.timer().ifPresent(timer -> workflow.stop(timer, GOES));
        trigger.execution().filter(execution -> !isFollowed(execution)).ifPresent(this::stop);
    }

    private boolean isFollowed(String execution) {
        return store.all().stream().anyMatch(other -> !other.isDeleted() && other.follows(execution));
    }

    private void stop(String execution) {
        var owner = Owner.workflow(execution);
        try {
            closing.interrupt(owner, STOPPED);
            awaitQuiet(owner, LONGEST_QUIET);
        } catch (MigrationException unreadable) {
            // Newer software has written the history, and an older one was left after a rollback: only the execution is
            // stopped, and whoever finds it so records the end of its run.
            workflow.stop(execution, GOES);
            return;
        }
        workflow.stop(execution, GOES);
        closing.release(owner, longestLife);
    }

    private void awaitQuiet(Owner owner, Duration longest) {
        var begun = surroundings.nanoTime().getAsLong();
        if (closing.runOf(owner)
                .filter(run -> run.state() != RunState.SUCCEEDED)
                .isPresent()) {
            // A worker that is between two segments does not know it yet.
            surroundings.pause().pause(RunWatch.NOTICED_WITHIN);
        }
        while (closing.runOf(owner).filter(run -> !closing.isQuiet(run)).isPresent()
                && surroundings.nanoTime().getAsLong() - begun < longest.toNanos()) {
            surroundings.pause().pause(POLL);
        }
    }

    /**
     * Tells everybody who follows an execution that it has ended, and how by the history.
     *
     * @param executionArn the execution
     */
    public void ended(String executionArn) {
        var history = ports.history().read();
        var machine = Workflow.stateMachineArn(executionArn);
        for (var trigger : store.all()) {
            if (trigger.follows(executionArn) && !trigger.isAnswered()) {
                outbox.answer(trigger, Outcome.ofEnd(trigger, history));
                // The timer of another stack's trigger may not be stopped from here; it will find its trigger answered.
                trigger.timer()
                        .filter(timer -> Workflow.stateMachineArn(timer).equals(machine))
                        .ifPresent(timer -> workflow.stop(timer, "the run has ended"));
            }
        }
    }

    /**
     * Handles the end of an execution that could not end by itself.
     *
     * @param executionArn the execution
     * @param how what Step Functions says
     */
    public void broken(String executionArn, String how) {
        var owner = Owner.workflow(executionArn);
        closing.interrupt(
                owner,
                new Cause(
                        FailureCode.EXECUTION_OVER.code(),
                        FailureCode.EXECUTION_OVER.code() + " execution ended before its run: Step Functions says "
                                + how + ". Deploy again: it goes on from its checkpoints."));
        // Nobody is told while a worker may still write: an execution's children end at once, and their functions do
        // not.
        awaitQuiet(owner, LONGEST_QUIET_AFTER_BREAK);
        closing.release(owner, longestLife);
        ended(executionArn);
    }

    /**
     * Handles the end of a trigger's wait.
     *
     * @param physicalId which trigger
     */
    public void timeIsUp(String physicalId) {
        TriggerId.parse(physicalId)
                .flatMap(store::find)
                .ifPresent(trigger -> outbox.answer(
                        trigger, Outcome.ofTime(trigger, ports.history().read())));
    }

    /**
     * Decides what those are told who follow an execution that ends before it has a run.
     *
     * @param executionArn the execution
     * @param cause why
     */
    public void refused(String executionArn, Cause cause) {
        for (var trigger : store.all()) {
            if (trigger.follows(executionArn) && !trigger.isAnswered()) {
                outbox.decide(trigger, Answer.failure(cause));
            }
        }
    }

    /**
     * Starts an execution anew if it runs an older definition than it was started for: a state machine's update takes a
     * while. Whoever followed the old one follows the new one.
     *
     * @param executionArn the execution
     * @param definition the stamp of the definition that it runs
     * @param input what it was started with
     * @return whether another one was started; this one has nothing more to do
     */
    public boolean isRestarted(String executionArn, String definition, Map<String, ?> input) {
        var wanted = input.get("definition");
        if (wanted == null || wanted.equals(definition)) {
            return false;
        }
        surroundings.pause().pause(DEFINITION_POLL);
        var machine = Workflow.stateMachineArn(executionArn);
        var name = Anew.name(executionArn.substring(executionArn.lastIndexOf(':') + 1));
        for (var trigger : store.all()) {
            if (trigger.follows(executionArn)) {
                store.follow(trigger.id(), Workflow.executionArn(machine, name), trigger.timer());
            }
        }
        workflow.start(machine, name, input);
        return true;
    }

    /**
     * Answers a request that could not be handled.
     *
     * @param request the request
     * @param version the version that it is about
     * @param thrown what came of it
     */
    public void fail(ResourceRequest request, long version, Throwable thrown) {
        var answer = Answer.thrown(request.type(), thrown);
        if (request.type() != ResourceRequest.Type.CREATE) {
            outbox.answer(request, request.physicalId(), answer);
            return;
        }
        var id = TriggerId.of(version, request);
        Optional<Trigger> known;
        try {
            known = store.find(id);
        } catch (MigrationException unreadable) {
            known = Optional.empty();
        }
        if (known.isPresent()) {
            outbox.answer(known.get(), answer);
        } else {
            outbox.answer(request, id.physicalId(), answer);
        }
    }
}
