package io.github.dynamodbmigrations.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.history.Cause;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.Owner;
import io.github.dynamodbmigrations.run.Machine;
import io.github.dynamodbmigrations.trigger.Answer;
import io.github.dynamodbmigrations.trigger.ResourceRequest;
import io.github.dynamodbmigrations.versions.Target;
import io.github.dynamodbmigrations.workflow.InputText;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Steps the version machine, learns from CloudFormation what that may start, and hears of executions that broke. */
public final class VersionsHandler implements RequestHandler<Map<String, Object>, Map<String, Object>> {
    private final Supplier<RuntimeEnvironment> environment;
    private final Supplier<VersionsPlace> place;

    /** For the Lambda runtime. What can fail is left to an event, which can be answered. */
    public VersionsHandler() {
        this.environment = RuntimeEnvironment::ofProcess;
        this.place = RuntimeEnvironment::placeOfVersions;
    }

    /**
     * For a test.
     *
     * @param environment what the function is told
     * @param place where it finds what it works with
     */
    public VersionsHandler(RuntimeEnvironment environment, VersionsPlace place) {
        this.environment = () -> environment;
        this.place = () -> place;
    }

    /**
     * Handles an event.
     *
     * @param fields what CloudFormation asks, a state's parameters, or what has become of an execution
     * @param context says how much time is left
     * @return for a state, what comes next; else nothing
     */
    @Override
    public Map<String, Object> handleRequest(Map<String, Object> fields, Context context) {
        var event = new Event(fields);
        if (CustomResource.isRequest(event)) {
            return registration(event, context);
        }
        try (var session = session()) {
            return event.find("detail-type").isPresent()
                    ? broken(session, event.event("detail"))
                    : step(session, event);
        }
    }

    private Session session() {
        return new Session(environment.get(), place.get().history());
    }

    private Map<String, Object> registration(Event event, Context context) {
        var answers = new HttpAnswers(Machine.surroundings().pause());
        var physicalId = event.find("PhysicalResourceId").orElse("dynmig-versions");
        return CustomResource.handle(
                event,
                context,
                request -> answers.put(
                        request.responseUrl(), register(request, event).body(request, physicalId)),
                CustomResource.directly(answers, physicalId));
    }

    private Answer register(ResourceRequest request, Event event) {
        if (request.type() == ResourceRequest.Type.DELETE) {
            return Answer.success("data and history stay");
        }
        try (var session = session()) {
            return NewRole.patiently(session.surroundings(), () -> {
                registrations(session).remember(event.event("ResourceProperties"));
                return Answer.success("");
            });
        }
    }

    private Registrations registrations(Session session) {
        return new Registrations(session.versions(), place.get().stack());
    }

    private Map<String, Object> step(Session session, Event event) {
        try {
            return switch (event.text("action")) {
                case "advance" -> advance(session, event);
                case "record" -> new RunnerSteps(session, event).record();
                case "fail" ->
                    new VersionEnds(session, event)
                            .failed(RunnerSteps.unnamed(
                                    event.event("error").find("code").orElse("an unnamed error")));
                default -> throw new IllegalArgumentException("unknown action " + event.text("action"));
            };
        } catch (MigrationException stop) {
            return new VersionEnds(session, event).failed(Cause.of(stop));
        }
    }

    private Map<String, Object> advance(Session session, Event event) {
        var registration = registrations(session).read();
        if (registration.runner().isPresent()) {
            return new RunnerSteps(session, event)
                    .begin(registration, registration.runner().get());
        }
        var roles = new Event(Map.of("tableRoles", registration.tableRoles()));
        try (var reaching = new Session(environment.get(), roles, place.get().history())) {
            return new VersionStep(reaching, event).advance(registration);
        }
    }

    /** Only an execution that holds the lock has begun something that nobody else tells of. */
    private static Map<String, Object> broken(Session session, Event detail) {
        var owner = Owner.workflow(detail.text("executionArn"));
        var isHolder = session.ports()
                .lock()
                .read()
                .holder()
                .filter(holder -> holder.owner().equals(owner))
                .isPresent();
        if (isHolder) {
            var call = new HashMap<String, Object>();
            var started = Instant.ofEpochMilli(detail.number("startDate")).toString();
            call.put("execution", owner.id());
            call.put("input", Map.of());
            call.put("started", started);
            call.put("entered", started);
            var target = new Event(InputText.read(detail.find("input").orElse("{}")))
                    .find(Target.FIELD)
                    .filter(text -> text.matches("\\d{1,18}"))
                    .map(Long::valueOf);
            new VersionEnds(session, new Event(call)).failed(over(detail.text("status")), target);
        }
        return Map.of();
    }

    private static Cause over(String status) {
        var code = FailureCode.EXECUTION_OVER.code();
        return new Cause(
                code,
                code + " execution of the version machine ended before its function did: Step Functions says " + status
                        + ". What the function has done is not known; look, and start the machine again.");
    }
}
