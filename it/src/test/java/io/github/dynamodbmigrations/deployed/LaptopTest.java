package io.github.dynamodbmigrations.deployed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.history.Attempt;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.Owner;
import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.history.RunState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One run, of which a part is done in the cloud and a part on somebody's laptop. */
@Deployed
final class LaptopTest {
    private static final int SIZE = 600;
    private static final String LARGE = Orders.id(333);
    private static final Map<String, String> DETACHED = Map.of("Detached", "true");
    /** Said, since the SAM CLI keeps what an earlier deployment has said. */
    private static final Map<String, String> ATTACHED = Map.of("Detached", "false");

    @Test
    void aDetachedRunThatFailedBlocksTheNextMigrationUntilMigrateHasFinishedIt() {
        var stack = Stack.over(Orders.create(SIZE));
        stack.orders().fill(LARGE);

        var detached = stack.deploy("one", DETACHED);

        assertTrue(detached.succeeded(), detached::toString);
        var told = assertThrows(MigrationException.class, () -> Laptop.await(stack, 1L));
        assertEquals(FailureCode.TOO_MANY_REJECTED.code(), told.code());
        var failed = stack.run(1);
        assertEquals(RunState.FAILED, failed.state());
        Stack.await("the end of the execution", () -> isOver(stack));
        assertEquals(
                0,
                stack.executions().stream().filter(Workflows.Execution::isTimer).count());

        var blocked = stack.deploy("three", ATTACHED);

        assertFalse(blocked.succeeded(), blocked::toString);
        var reasons = stack.failures().toString();
        assertTrue(reasons.contains(FailureCode.UNFINISHED_RUN.code() + " version 1 is FAILED"), reasons);
        assertTrue(reasons.contains("mvn dynamodb-migrations:migrate"), reasons);
        assertEquals(1, stack.history().runs().size());

        stack.orders().empty(LARGE);
        var migrated = Laptop.migrate(stack, "three", Map.of("target", "1"));

        assertTrue(migrated.succeeded(), migrated::toString);
        assertEquals(failed.rank(), stack.run(1).rank());
        assertEquals(List.of(Owner.Kind.WORKFLOW, Owner.Kind.DIRECT), kinds(stack.run(1)));
        assertEquals(SIZE, stack.orders().count("currency"));

        var executions = stack.executions();
        var next = stack.deploy("three", DETACHED);

        assertTrue(next.succeeded(), next::toString);
        var said = Laptop.await(stack, 1L, 2L, 3L);
        assertEquals("applied: all versions up to 3", said.get(said.size() - 1), said::toString);
        assertEquals(2, stack.run(1).attempts().size());
        assertTrue(stack.executions().containsAll(executions));
        assertEquals(SIZE, stack.orders().count("cents"));
    }

    /** The laptop is told the table's name, which is exported; what samconfig.toml says of that for goals, no template takes. */
    @Test
    void aRunThatMigrateBeganIsFinishedByADeploymentThatKnowsTheTableByAnExport() {
        var stack = Stack.over(Orders.create(SIZE));
        stack.orders().fill(LARGE);

        var begun = Laptop.migrate(stack, "exported", Map.of("writeUnits", "100"));

        assertFalse(begun.succeeded(), begun::toString);
        var failed = stack.run(1);
        assertEquals(RunState.FAILED, failed.state());

        stack.orders().empty(LARGE);
        var export = "table-of-" + stack.name();
        Exports.make(export, stack.orders().name());
        var template =
                Variation.of("exported").with("shop-orders-table", export).write(stack.name());
        var deployed = stack.deploy(template, Map.of("OrdersTable", "no-table-at-all"));

        assertTrue(deployed.succeeded(), deployed::toString);
        assertEquals(RunState.SUCCEEDED, stack.run(1).state());
        assertEquals(failed.rank(), stack.run(1).rank());
        assertEquals(List.of(Owner.Kind.DIRECT, Owner.Kind.WORKFLOW), kinds(stack.run(1)));
        assertEquals(SIZE, stack.orders().count("currency"));
    }

    private static boolean isOver(Stack stack) {
        return !stack.executions().isEmpty() && stack.executions().stream().noneMatch(Workflows.Execution::isRunning);
    }

    private static List<Owner.Kind> kinds(Run run) {
        return run.attempts().stream().map(Attempt::owner).map(Owner::kind).toList();
    }
}
