package io.github.dynamodbmigrations.trigger;

import io.github.dynamodbmigrations.history.Checksums;
import java.util.Map;

/**
 * What a template says of a trigger resource.
 *
 * @param version the migration's version
 * @param checksums of its code
 * @param stateMachineArn what runs it
 * @param historyId of the history; part of the names of executions
 * @param baselineVersion the version that the data has before anything ran, if the history is empty; 0 for none
 * @param tables names or ARNs by logical table
 * @param isLast whether no further trigger holds on when the time is up
 * @param isDetached whether the deployment does not wait
 * @param holdSeconds how long the answer may be held back
 * @param failOnDrift whether changed code of an applied version fails the deployment
 * @param input what executions are started with
 */
public record TriggerProperties(
        long version,
        Checksums checksums,
        String stateMachineArn,
        String historyId,
        long baselineVersion,
        Map<String, String> tables,
        boolean isLast,
        boolean isDetached,
        long holdSeconds,
        boolean failOnDrift,
        Map<String, Object> input) {
    /** Copies the maps. */
    public TriggerProperties {
        tables = Map.copyOf(tables);
        input = Map.copyOf(input);
    }

    /** The name of the execution that a request starts: the same for each delivery of the same request. */
    public String executionName(ResourceRequest request) {
        return ExecutionName.of(historyId, request.stackId() + "|" + request.logicalId() + "|" + request.requestId());
    }
}
