package io.github.dynamodbmigrations.deployed;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** What Step Functions has done. */
final class Workflows {
    private Workflows() {}

    /**
     * An execution.
     *
     * @param arn its ARN
     * @param status RUNNING, SUCCEEDED and so on
     */
    record Execution(String arn, String status) {
        boolean isTimer() {
            return arn.endsWith("-t");
        }

        /** How many states were entered, by it and by the children of its maps. */
        long transitions() {
            return entered().size();
        }

        /** The states that were entered, by it and then by the children of its maps. */
        List<String> entered() {
            try (var client = Cloud.workflows()) {
                var children = client.listMapRuns(request -> request.executionArn(arn)).mapRuns().stream()
                        .flatMap(map ->
                                client
                                        .listExecutions(request -> request.mapRunArn(map.mapRunArn()))
                                        .executions()
                                        .stream())
                        .map(ExecutionListItem::executionArn)
                        .toList();
                return Stream.concat(Stream.of(arn), children.stream())
                        .flatMap(each -> Workflows.entered(client, each))
                        .toList();
            }
        }

        boolean isRunning() {
            return status.equals("RUNNING");
        }

        String machine() {
            try (var client = Cloud.workflows()) {
                return client.describeExecution(request -> request.executionArn(arn))
                        .stateMachineArn();
            }
        }

        String input() {
            try (var client = Cloud.workflows()) {
                return client.describeExecution(request -> request.executionArn(arn))
                        .input();
            }
        }

        void stop() {
            try (var client = Cloud.workflows()) {
                client.stopExecution(request -> request.executionArn(arn));
            }
        }
    }

    /** All executions whose names say that they serve this history. */
    static List<Execution> ofHistory(String id) {
        return since(Instant.EPOCH)
                .filter(execution -> execution.arn().contains(":dm-" + id + "-"))
                .toList();
    }

    /** All executions that began after that. */
    static Stream<Execution> since(Instant begin) {
        try (var client = Cloud.workflows()) {
            return client.listStateMachinesPaginator().stateMachines().stream()
                    .flatMap(machine -> client
                            .listExecutions(request -> request.stateMachineArn(machine.stateMachineArn()))
                            .executions()
                            .stream())
                    .filter(execution -> !execution.startDate().isBefore(begin))
                    .map(execution -> new Execution(execution.executionArn(), execution.statusAsString()))
                    .toList()
                    .stream();
        }
    }

    static List<HistoryEvent> events(String arn) {
        try (var client = Cloud.workflows()) {
            return client.getExecutionHistoryPaginator(request -> request.executionArn(arn)).events().stream()
                    .toList();
        }
    }

    private static Stream<String> entered(SfnClient client, String arn) {
        return client.getExecutionHistoryPaginator(request -> request.executionArn(arn)).events().stream()
                .filter(event -> event.typeAsString().endsWith("StateEntered"))
                .map(event -> event.stateEnteredEventDetails().name());
    }
}
