package io.github.dynamodbmigrations.responder;

import io.github.dynamodbmigrations.engine.ExecutionStatus;
import io.github.dynamodbmigrations.engine.Workflow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Executions that are only remembered: a test says what becomes of them. */
public final class RecordedWorkflow implements Workflow {
    /** What was started, in order: ARN and input. */
    public final Map<String, Map<String, ?>> started = new LinkedHashMap<>();
    /** What was stopped. */
    public final List<String> stopped = new ArrayList<>();
    /** How executions stand; those that are not named are over. */
    public final Map<String, ExecutionStatus> statuses = new LinkedHashMap<>();

    @Override
    public synchronized boolean start(String stateMachineArn, String name, Map<String, ?> input) {
        var arn = Workflow.executionArn(stateMachineArn, name);
        started.putIfAbsent(arn, input);
        return statuses.putIfAbsent(arn, ExecutionStatus.RUNNING) != ExecutionStatus.OVER;
    }

    @Override
    public synchronized ExecutionStatus status(String executionArn) {
        return statuses.getOrDefault(executionArn, ExecutionStatus.OVER);
    }

    @Override
    public synchronized void stop(String executionArn, String why) {
        stopped.add(executionArn);
        statuses.put(executionArn, ExecutionStatus.OVER);
    }

    /** The executions that run migrations, without those that only wait. */
    public synchronized List<String> runs() {
        return started.keySet().stream().filter(arn -> !arn.endsWith("-t")).toList();
    }
}
