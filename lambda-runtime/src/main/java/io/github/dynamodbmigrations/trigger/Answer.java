package io.github.dynamodbmigrations.trigger;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.history.Cause;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.Unexpected;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What CloudFormation is told.
 *
 * @param isSuccess whether the resource is as it was asked for
 * @param reason one line, without item data
 * @param data attributes of the resource
 */
public record Answer(boolean isSuccess, String reason, Map<String, String> data) {
    /** Longer reasons are cut off: CloudFormation shows no more. */
    static final int LONGEST_REASON = 512;

    /** The longest answer that CloudFormation takes. */
    static final int LONGEST_BODY = 4_096;

    /** Keeps the reason to one line of bounded length. */
    public Answer {
        reason = reason.replaceAll("\\s+", " ").strip();
        reason = reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON - 3) + "...";
        data = Map.copyOf(data);
    }

    /** It is as it was asked for. */
    public static Answer success(String reason) {
        return new Answer(true, reason, Map.of());
    }

    /** It could not be made so. */
    public static Answer failure(Cause cause) {
        return new Answer(false, cause.message(), Map.of());
    }

    /**
     * What was thrown, as far as it may be told: the message of another exception than ours may hold anything.
     *
     * @param type what was to be done
     * @param thrown what came of it
     * @return a failure; a resource that goes is let go
     */
    public static Answer thrown(ResourceRequest.Type type, Throwable thrown) {
        var line = thrown instanceof MigrationException known
                ? String.valueOf(known.getMessage())
                : FailureCode.UNEXPECTED.code() + " " + Unexpected.line("the deployment's function", thrown);
        return new Answer(type == ResourceRequest.Type.DELETE, line, Map.of());
    }

    /**
     * The text that CloudFormation takes.
     *
     * @param request what is answered
     * @param physicalId the resource's name
     * @return JSON of at most 4,096 bytes
     */
    public String body(ResourceRequest request, String physicalId) {
        var text = json(request, physicalId, reason);
        if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST_BODY) {
            text = json(request, physicalId, reason.replaceAll("[^ -~]", "?"));
        }
        return text;
    }

    private String json(ResourceRequest request, String physicalId, String why) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("Status", isSuccess ? "SUCCESS" : "FAILED");
        fields.put("Reason", why.isEmpty() ? "done" : why);
        fields.put("PhysicalResourceId", physicalId);
        fields.put("StackId", request.stackId());
        fields.put("RequestId", request.requestId());
        fields.put("LogicalResourceId", request.logicalId());
        fields.put("Data", data);
        return JsonText.of(fields);
    }
}
