package io.github.dynamodbmigrations.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.plan.Drift;
import io.github.dynamodbmigrations.plan.PackagedMigration;
import io.github.dynamodbmigrations.plan.VersionInfo;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Versions for programs. */
final class InfoJson {
    private InfoJson() {}

    static String of(Info info) {
        return Json.write(json -> Json.object(json, fields -> {
            fields.writeStringField("historyTable", info.history().settings().table());
            fields.writeBooleanField("historyRead", info.history().state().isPresent());
            fields.writeStringField("historyLine", info.history().line());
            if (info.emitFrom().isPresent()) {
                fields.writeNumberField("emitFrom", info.emitFrom().getAsLong());
            }
            Json.array(fields, "versions", info.versions(), (element, version) -> {
                version(element, version);
                if (info.unverified().containsKey(version.version())) {
                    element.writeBooleanField("verified", false);
                }
            });
        }));
    }

    private static void version(JsonGenerator json, VersionInfo version) throws IOException {
        json.writeNumberField("version", version.version());
        Json.optional(json, "migration", version.migration().map(PackagedMigration::name));
        Json.optional(json, "table", version.migration().flatMap(PackagedMigration::table));
        Json.optional(json, "description", version.migration().map(PackagedMigration::description));
        json.writeStringField("state", version.state().text());
        if (version.run().isPresent()) {
            run(json, version.run().get());
        }
        Json.optional(
                json,
                "drift",
                Optional.of(version.drift())
                        .filter(drift -> drift != Drift.NONE)
                        .map(Drift::text));
    }

    private static void run(JsonGenerator json, Run run) throws IOException {
        json.writeStringField("runId", run.runId());
        json.writeStringField("startedAt", run.startedAt().toString());
        Json.optional(json, "endedAt", run.endedAt().map(Object::toString));
        if (run.endedAt().isPresent()) {
            json.writeNumberField(
                    "seconds",
                    Duration.between(run.startedAt(), run.endedAt().get()).toSeconds());
        }
        json.writeNumberField("scanned", run.tally().scanned());
        json.writeNumberField("updated", run.tally().updated());
        json.writeNumberField("deleted", run.tally().deleted());
        json.writeNumberField("rejected", run.tally().rejected());
        Json.optional(json, "cause", run.cause().map(cause -> cause.message()));
    }
}
