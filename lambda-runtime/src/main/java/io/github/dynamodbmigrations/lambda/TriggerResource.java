package io.github.dynamodbmigrations.lambda;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.history.Checksums;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.run.Machine;
import io.github.dynamodbmigrations.trigger.Answer;
import io.github.dynamodbmigrations.trigger.ResourceRequest;
import io.github.dynamodbmigrations.trigger.TriggerId;
import io.github.dynamodbmigrations.trigger.TriggerProperties;
import java.util.function.Supplier;

/** A request of CloudFormation about a trigger. */
record TriggerResource(Supplier<RuntimeEnvironment> environment, Event event) {
    void handle(ResourceRequest request) {
        if (request.type() == ResourceRequest.Type.UPDATE) {
            // Whatever changed: a rollback sends an Update, too.
            directly(request, Answer.success("an update starts nothing"));
            return;
        }
        try (var session = session()) {
            if (request.type() == ResourceRequest.Type.DELETE) {
                session.triggers().delete(request);
            } else {
                NewRole.patiently(session.surroundings(), () -> create(session, request));
            }
        }
    }

    private boolean create(Session session, ResourceRequest request) {
        session.triggers().create(request, properties(event.event("ResourceProperties")));
        return true;
    }

    /** Whatever could not be done: it is remembered if that can be, and answered in any case. */
    void fail(ResourceRequest request, Throwable thrown) {
        try (var session = session()) {
            session.triggers().fail(request, version(), thrown);
        } catch (RuntimeException | Error unremembered) {
            if (unremembered instanceof MigrationException known
                    && known.code().equals(FailureCode.ANSWER_NOT_TAKEN.code())) {
                throw known;
            }
            directly(request, Answer.thrown(request.type(), thrown));
        }
    }

    private void directly(ResourceRequest request, Answer answer) {
        var physicalId = request.type() == ResourceRequest.Type.CREATE
                ? TriggerId.of(version(), request).physicalId()
                : request.physicalId();
        new HttpAnswers(Machine.surroundings().pause()).put(request.responseUrl(), answer.body(request, physicalId));
    }

    private Session session() {
        return new Session(environment.get(), event.event("ResourceProperties").event("Input"));
    }

    private long version() {
        return event.event("ResourceProperties").event("Input").number("version", 0);
    }

    private static TriggerProperties properties(Event properties) {
        var declared = properties.event("Input");
        var input = declared.all();
        input.put("baselineVersion", properties.number("BaselineVersion", 0));
        return new TriggerProperties(
                declared.number("version"),
                new Checksums(declared.text("checksum"), declared.text("reachedChecksum")),
                properties.text("StateMachineArn"),
                properties.text("HistoryId"),
                properties.number("BaselineVersion", 0),
                declared.event("tables").texts(),
                properties.number("Ordinal") == properties.number("Triggers"),
                properties.is("Detached"),
                properties.number("HoldSeconds"),
                declared.is("failOnDrift"),
                input);
    }
}
