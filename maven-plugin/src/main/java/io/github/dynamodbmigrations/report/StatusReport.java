package io.github.dynamodbmigrations.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.dynamodbmigrations.history.Control.Wish;
import io.github.dynamodbmigrations.history.LockState.Holder;
import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.run.RunStatus;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the latest run of a history is about.
 *
 * @param historyTable the history's table
 * @param now what was seen; empty if there is no history yet
 * @param before what was seen the last time, by which speed is told
 */
public record StatusReport(String historyTable, Optional<RunStatus> now, Optional<RunStatus> before) implements Report {
    @Override
    public List<String> text() {
        return now.map(status -> status.lines(before))
                .orElseGet(() -> List.of("history: none in table " + historyTable + " yet"));
    }

    @Override
    public String json() {
        return Json.write(json -> Json.object(json, fields -> {
            fields.writeStringField("historyTable", historyTable);
            if (now.isPresent()) {
                status(fields, now.get());
            }
        }));
    }

    private static void status(JsonGenerator json, RunStatus status) throws IOException {
        json.writeStringField("at", status.at().toString());
        if (status.latest().isPresent()) {
            json.writeFieldName("run");
            Json.object(json, fields -> run(fields, status, status.latest().get()));
        }
        if (status.lock().holder().isPresent()) {
            json.writeFieldName("lock");
            Json.object(json, fields -> lock(fields, status.lock().holder().get()));
        }
        if (status.control().pause().isPresent()) {
            json.writeFieldName("paused");
            Json.object(json, fields -> wish(fields, status.control().pause().get()));
        }
    }

    private static void run(JsonGenerator json, RunStatus status, Run run) throws IOException {
        json.writeNumberField("version", run.version());
        json.writeNumberField("rank", run.rank());
        json.writeStringField("state", run.state().name());
        json.writeNumberField("attempt", run.attempts().size());
        json.writeStringField("startedAt", run.attempt().startedAt().toString());
        Json.optional(json, "endedAt", run.endedAt().map(Object::toString));
        Json.optional(json, "cause", run.cause().map(cause -> cause.message()));
        json.writeNumberField("pass", run.pass());
        if (status.table().isPresent()) {
            json.writeStringField("table", status.table().get().logical());
            if (status.table().get().items().isPresent()) {
                json.writeNumberField("items", status.table().get().items().get());
            }
        }
        json.writeNumberField("evaluated", status.pass().evaluated());
        var tally = status.isRunning() ? status.pass().tally() : run.tally();
        json.writeNumberField("scanned", tally.scanned());
        json.writeNumberField("updated", tally.updated());
        json.writeNumberField("deleted", tally.deleted());
        json.writeNumberField("rejected", tally.rejected());
        json.writeNumberField("conflicts", tally.conflicts());
    }

    private static void lock(JsonGenerator json, Holder holder) throws IOException {
        json.writeStringField("owner", holder.owner().id());
        json.writeStringField("kind", holder.owner().kind().name().toLowerCase(Locale.ROOT));
        json.writeStringField("since", holder.since().toString());
    }

    private static void wish(JsonGenerator json, Wish wish) throws IOException {
        json.writeStringField("who", wish.who());
        json.writeStringField("why", wish.why());
        json.writeStringField("since", wish.since().toString());
    }
}
