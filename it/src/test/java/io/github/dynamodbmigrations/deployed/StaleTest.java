package io.github.dynamodbmigrations.deployed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.SfnException;

/** What an earlier deployment has left behind: a definition, a holder of the lock, migrations that nobody needs any more. */
@Deployed
final class StaleTest {
    private static final int SIZE = 2_000;
    private static final Pattern STAMP = Pattern.compile("\"definition\": \"(\\w+)\"");

    @Test
    void anExecutionThatRunsAnOldDefinitionIsStartedAnew() throws IOException {
        var stamp = stamp();
        var stale = "0123456789abcdef";
        var template = Variation.of("one")
                .with("\"definition\": \"" + stamp + "\"", "\"definition\": \"" + stale + "\"")
                .write("stale");
        var stack = Stack.over(Orders.create(300));

        var deploying = CompletableFuture.supplyAsync(() -> stack.deploy(template, Map.of()));
        Stack.await("a second execution", () -> deploying.isDone() || stack.says(StaleTest::isBegunAnew));
        update(stack, stale, stamp);

        var deployed = deploying.join();
        assertTrue(deployed.succeeded(), deployed::toString);
        assertEquals(1, stack.run(1).attempts().size());
        assertEquals(300, stack.orders().count("currency"));
    }

    private static boolean isBegunAnew(Stack stack) {
        return stack.executions().stream()
                        .filter(execution -> !execution.isTimer())
                        .count()
                > 1;
    }

    /** What a state machine's update does, late. */
    private static void update(Stack stack, String from, String to) {
        var machine = stack.executions().get(0).machine();
        try (var client = Cloud.workflows()) {
            var definition = client.describeStateMachine(request -> request.stateMachineArn(machine))
                    .definition();
            assertTrue(definition.contains(from), definition);
            client.updateStateMachine(
                    request -> request.stateMachineArn(machine).definition(definition.replace(from, to)));
        }
    }

    private static String stamp() throws IOException {
        var definition = Files.readString(
                Variation.emitted("one").resolve("v0001-add-currency").resolve("statemachine.asl.json"));
        var matcher = STAMP.matcher(definition);
        assertTrue(matcher.find());
        return matcher.group(1);
    }

    /**
     * A deletion that took the functions away before they could end the run, as one does whose roles went first: the
     * history says RUNNING, and the lock has a holder of which nobody knows any more.
     */
    @Test
    void aStackThatIsMadeAnewTakesTheLockFromTheExecutionOfTheDeletedOne() {
        var stack = Stack.over(Orders.create(SIZE));
        var deploying = CompletableFuture.supplyAsync(
                () -> stack.deploy("one", Map.of("WriteUnits", "60"), "--on-failure", "DELETE"));
        Stack.await("the first pages", () -> deploying.isDone() || stack.hasWritten());
        assertFalse(deploying.isDone(), "it ended before it could be deleted");
        var running = stack.run(1);
        destroy(stack);
        stack.delete();
        assertFalse(deploying.join().succeeded());
        assertEquals(RunState.RUNNING, stack.run(1).state());

        var anew = stack.deploy("one", Map.of());

        assertTrue(anew.succeeded(), anew::toString);
        assertEquals(RunState.SUCCEEDED, stack.run(1).state());
        assertEquals(running.rank(), stack.run(1).rank());
        assertEquals(2, stack.run(1).attempts().size());
        assertEquals(SIZE, stack.orders().count("currency"));
    }

    private static void destroy(Stack stack) {
        try (var functions = Cloud.functions();
                var workflows = Cloud.workflows()) {
            for (var name : List.of("Control", "Worker")) {
                var function = stack.function(name);
                functions.deleteFunction(request -> request.functionName(function));
            }
            var machine = stack.executions().get(0).machine();
            stack.executions().forEach(Workflows.Execution::stop);
            workflows.deleteStateMachine(request -> request.stateMachineArn(machine));
        } catch (SfnException gone) {
            Traces.say("already gone: " + gone.getMessage());
        }
    }

    @Test
    void emitFromLeavesOutWhatHasSucceededAndRefusesWhatHasNot() {
        var stack = Stack.over(Orders.create(300));

        var early = stack.deploy("later", Map.of(), "--on-failure", "DELETE");

        assertFalse(early.succeeded(), early::toString);
        assertTrue(
                stack.failures().toString().contains(FailureCode.PREDECESSOR_NOT_APPLIED.code()),
                () -> stack.failures().toString());
        assertEquals(0, stack.history().runs().size());
        assertEquals(0, stack.orders().count("cents"));

        var all = stack.deploy("three", Map.of());
        assertTrue(all.succeeded(), all::toString);
        var then = stack.orders().read();

        var fewer = stack.deploy("later", Map.of());

        assertTrue(fewer.succeeded(), fewer::toString);
        assertEquals(3, stack.history().runs().size());
        assertEquals(0, stack.orders().changedSince(then));
        assertEquals(1, stack.run(3).attempts().size());
    }
}
