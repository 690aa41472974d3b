package io.github.dynamodbmigrations.policy;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.dynamodbmigrations.model.Problem;
import io.github.dynamodbmigrations.model.ProblemCode;
import io.github.dynamodbmigrations.problem.ProblemException;
import io.github.dynamodbmigrations.report.Json;
import io.github.dynamodbmigrations.report.Report;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A policy of IAM: all that somebody needs for one purpose. */
public final class Permissions implements Report {
    private static final String DEPLOY = "deploy";

    private final List<Statement> statements;
    private final List<String> granted;

    private Permissions(List<Statement> statements, List<String> granted) {
        this.statements = List.copyOf(statements);
        this.granted = List.copyOf(granted);
    }

    /**
     * Says what is needed.
     *
     * @param request for what, and where
     * @return the policy
     * @throws ProblemException if it is for nothing that is known
     */
    public static Permissions of(PolicyRequest request) {
        if (request.subject().equals(DEPLOY)) {
            return new Permissions(new DeployPolicy(request).statements(), List.of());
        }
        var need = Need.of(request.subject())
                .orElseThrow(() -> new ProblemException(new Problem(
                        ProblemCode.BAD_PARAMETER,
                        "nobody needs a policy for that",
                        "for=" + request.subject(),
                        "Say -Ddynamodb-migrations.for= with one of " + String.join(", ", subjects()) + ".")));
        var goal = new GoalPolicy(request, need);
        return new Permissions(goal.statements(), goal.granted());
    }

    /** All that there is a policy for. */
    public static List<String> subjects() {
        return Stream.concat(Stream.of(DEPLOY), Arrays.stream(Need.values()).map(Need::goal))
                .toList();
    }

    @Override
    public List<String> text() {
        return json().lines().toList();
    }

    @Override
    public String json() {
        return Json.write(json -> Json.object(json, policy -> {
            policy.writeStringField("Version", "2012-10-17");
            policy.writeArrayFieldStart("Statement");
            for (var statement : statements) {
                Json.object(policy, fields -> write(fields, statement));
            }
            for (var document : granted) {
                Granted.copy(document, policy);
            }
            policy.writeEndArray();
        }));
    }

    private static void write(JsonGenerator json, Statement statement) throws IOException {
        json.writeStringField("Sid", statement.sid());
        json.writeStringField("Effect", "Allow");
        texts(json, "Action", statement.actions());
        texts(json, "Resource", statement.resources());
        if (!statement.conditions().isEmpty()) {
            json.writeFieldName("Condition");
            Json.object(json, conditions -> {
                for (var condition : statement.conditions()) {
                    conditions.writeFieldName(condition.operator());
                    Json.object(conditions, keys -> texts(keys, condition.key(), condition.values()));
                }
            });
        }
    }

    private static void texts(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (var value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
