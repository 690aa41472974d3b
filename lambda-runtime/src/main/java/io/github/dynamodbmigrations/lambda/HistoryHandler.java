package io.github.dynamodbmigrations.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.github.dynamodbmigrations.dynamo.DynamoConnection;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.run.Machine;
import io.github.dynamodbmigrations.trigger.Answer;
import io.github.dynamodbmigrations.trigger.ResourceRequest;
import java.util.Map;
import java.util.function.Supplier;

/** The custom resource of the history table: made if it is absent, adopted if it is there, and left when a stack goes. */
public final class HistoryHandler implements RequestHandler<Map<String, Object>, Map<String, Object>> {
    private final Supplier<RuntimeEnvironment> environment;

    /** For the Lambda runtime. */
    public HistoryHandler() {
        this.environment = RuntimeEnvironment::ofProcess;
    }

    /**
     * For a test.
     *
     * @param environment what the function is told
     */
    public HistoryHandler(RuntimeEnvironment environment) {
        this.environment = () -> environment;
    }

    /**
     * Handles an event of CloudFormation.
     *
     * @param fields the event
     * @param context says how much time is left
     * @return nothing: the answer goes another way
     */
    @Override
    public Map<String, Object> handleRequest(Map<String, Object> fields, Context context) {
        var event = new Event(fields);
        var answers = new HttpAnswers(Machine.surroundings().pause());
        var physicalId = event.find("PhysicalResourceId")
                .orElseGet(() -> "dynmig-history|"
                        + event.event("ResourceProperties").find("TableName").orElse(""));
        return CustomResource.handle(
                event,
                context,
                request -> answers.put(
                        request.responseUrl(), answer(event, request).body(request, physicalId)),
                CustomResource.directly(answers, physicalId));
    }

    private Answer answer(Event event, ResourceRequest request) {
        if (request.type() == ResourceRequest.Type.DELETE) {
            return Answer.success("the history stays");
        }
        var properties = event.event("ResourceProperties");
        var table = properties.text("TableName");
        event.event("OldResourceProperties")
                .find("TableName")
                .filter(old -> !old.equals(table))
                .ifPresent(old -> refuseRenaming(old, table));
        var settings =
                Session.history(table, properties, "PartitionKeyName", "SortKeyName", "PartitionValue", "FirstVersion");
        return ensure(settings);
    }

    private static void refuseRenaming(String old, String table) {
        throw FailureCode.HISTORY_RENAMED.exception(
                "history table is another one than before: it was " + old + ", now it is "
                        + table + ". What has run would be forgotten. Deploy with HistoryTable=" + old
                        + ", or deploy a new stack.");
    }

    private Answer ensure(HistorySettings settings) {
        var surroundings = Machine.surroundings();
        var told = environment.get();
        try (var connection = DynamoConnection.open(
                Session.target(told), surroundings.wall(), surroundings.pause(), surroundings.uuids())) {
            var table = connection.historyTable(settings);
            var id = NewRole.patiently(surroundings, () -> {
                table.ensure();
                return connection.ports(settings).history().open().id();
            });
            return new Answer(true, "", Map.of("HistoryId", id.value(), "TableName", settings.table()));
        }
    }
}
