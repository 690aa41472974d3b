package io.github.dynamodbmigrations.deployed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/**
 * Prints, when a test has failed, what was done since it began, what the executions did, and what the functions logged: by this
 * test, and by those that ran beside it.
 */
final class Traces implements BeforeTestExecutionCallback, AfterTestExecutionCallback {
    private static final Queue<Said> SAID = new ConcurrentLinkedQueue<>();
    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(Traces.class);
    private static final String LINES = "60";

    private record Said(Instant when, String text) {}

    /** Keeps a line for the case that the test fails. */
    static void say(String text) {
        SAID.add(new Said(Instant.now(), text));
    }

    @Override
    public void beforeTestExecution(ExtensionContext context) {
        context.getStore(OURS).put(Instant.class, Instant.now());
    }

    @Override
    public void afterTestExecution(ExtensionContext context) throws Exception {
        if (context.getExecutionException().isEmpty()) {
            return;
        }
        var begin = context.getStore(OURS).get(Instant.class, Instant.class);
        System.out.println("--- " + context.getDisplayName() + " failed; what was done since " + begin + ":");
        SAID.stream().filter(said -> said.when().isAfter(begin)).forEach(System.out::println);
        Workflows.since(begin).forEach(Traces::print);
        for (var container : containers()) {
            System.out.println("--- log of "
                    + output("docker", "inspect", "-f", "{{range .Config.Env}}{{println .}}{{end}}", container)
                            .lines()
                            .filter(line -> line.startsWith("AWS_LAMBDA_FUNCTION_NAME="))
                            .findFirst()
                            .orElse(container));
            output("docker", "logs", "--since", begin.toString(), "--tail", LINES, container)
                    .lines()
                    .filter(line -> !line.contains("(rapid)"))
                    .forEach(System.out::println);
        }
    }

    private static void print(Workflows.Execution execution) {
        System.out.println("--- " + execution);
        Workflows.events(execution.arn())
                .forEach(event -> System.out.println(event.typeAsString() + " " + detail(event)));
    }

    private static String detail(HistoryEvent event) {
        if (event.stateEnteredEventDetails() != null) {
            return event.stateEnteredEventDetails().name();
        }
        if (event.stateExitedEventDetails() != null) {
            return event.stateExitedEventDetails().output();
        }
        return event.taskFailedEventDetails() != null
                ? event.taskFailedEventDetails().toString()
                : event.executionFailedEventDetails() != null
                        ? event.executionFailedEventDetails().toString()
                        : "";
    }

    private static List<String> containers() throws IOException {
        return output("docker", "ps", "-aq", "--filter", "label=ministack.instance=" + Cloud.given("CLOUD_INSTANCE"))
                .lines()
                .toList();
    }

    private static String output(String... command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
