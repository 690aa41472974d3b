package io.github.dynamodbmigrations.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.github.dynamodbmigrations.workflow.InputText;
import java.util.Map;
import java.util.function.Supplier;

/** Begins and ends runs: for CloudFormation, for the state machine, and for the rule that reports broken executions. */
public final class ControlHandler implements RequestHandler<Map<String, Object>, Map<String, Object>> {
    private final Supplier<RuntimeEnvironment> environment;

    /** For the Lambda runtime. What can fail is left to an event, which can be answered. */
    public ControlHandler() {
        this.environment = RuntimeEnvironment::ofProcess;
    }

    /**
     * For a test.
     *
     * @param environment what the function is told
     */
    public ControlHandler(RuntimeEnvironment environment) {
        this.environment = () -> environment;
    }

    /**
     * Handles an event.
     *
     * @param fields what CloudFormation asks, a state's parameters, or what has become of an execution
     * @param context says how much time is left
     * @return for a state, what the next one needs: ids, counts and codes; else nothing
     */
    @Override
    public Map<String, Object> handleRequest(Map<String, Object> fields, Context context) {
        var event = new Event(fields);
        if (CustomResource.isRequest(event)) {
            var trigger = new TriggerResource(environment, event);
            return CustomResource.handle(event, context, trigger::handle, trigger::fail);
        }
        return event.find("detail-type").isPresent() ? broken(event.event("detail")) : step(event);
    }

    private Map<String, Object> broken(Event detail) {
        var input = new Event(InputText.read(detail.text("input")));
        if (!input.has("timer")) {
            try (var session = new Session(environment.get(), input)) {
                session.triggers().broken(detail.text("executionArn"), detail.text("status"));
            }
        }
        return Map.of();
    }

    private Map<String, Object> step(Event event) {
        var input = event.event("input");
        try (var session = new Session(environment.get(), input)) {
            return switch (event.text("action")) {
                case "plan" -> new PlanStep(session, event).plan();
                case "finish" -> new EndSteps(session, event).finish();
                case "fail" -> new EndSteps(session, event).fail();
                case "quiesce" -> new EndSteps(session, event).quiesce();
                case "signal" -> signal(session, event, input);
                default -> throw new IllegalArgumentException("unknown action " + event.text("action"));
            };
        }
    }

    private static Map<String, Object> signal(Session session, Event event, Event input) {
        if (input.has("timer")) {
            session.triggers().timeIsUp(input.event("timer").text("trigger"));
        } else {
            session.triggers().ended(event.text("execution"));
        }
        return Map.of();
    }
}
