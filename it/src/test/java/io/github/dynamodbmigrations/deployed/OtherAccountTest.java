package io.github.dynamodbmigrations.deployed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.history.Cause;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.RunState;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The table lies in another account, where our functions have no right of their own, and another stack exports its ARN. */
@Deployed
final class OtherAccountTest {
    private static final int SIZE = 100;
    private static final String OTHER = "222222222222";
    private static final String OURS = "000000000000";
    /** As docs/environments.md has it, but for the emulator, which knows a role only by its sessions. */
    private static final String TRUST = """
            {"Version": "2012-10-17", "Statement": [{
              "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": "arn:aws:iam::%1$s:root"},
              "Condition": {"ArnLike": {"aws:PrincipalArn": ["arn:aws:iam::%1$s:role/%2$s", "arn:aws:sts::%1$s:assumed-role/%2$s"]}}
            }]}""";
    /** What a Worker does to the table. */
    private static final String RIGHTS = """
            {"Version": "2012-10-17", "Statement": [{
              "Effect": "Allow", "Action": ["dynamodb:DescribeTable", "dynamodb:Scan", "dynamodb:UpdateItem"], "Resource": "%s"
            }]}""";

    private final Orders orders = Orders.create(Cloud.dynamo(OTHER), SIZE);
    private final Stack stack = Stack.over(orders);
    private final String table = "arn:aws:dynamodb:" + Cloud.REGION + ":" + OTHER + ":table/" + orders.name();
    private final String export = "table-of-" + stack.name();
    private final String roleName = "migrations-" + stack.name();
    private final String role = "arn:aws:iam::" + OTHER + ":role/" + roleName;

    @Test
    void itIsReachedByARoleThatTrustsTheWorkerAndNothingIsWrittenByOneThatDoesNot() {
        var then = orders.read();
        Exports.make(export, table);
        makeRole();
        var template =
                NoPatience.of("exported").with("shop-orders-table", export).write(stack.name());
        var given = Map.of("OrdersTableRole", role);

        // The emulator cuts names at 64 characters.
        trust(stack.name() + "-*-ControlRol*");
        var refused = stack.deploy(template, given, "--on-failure", "DELETE");

        assertFalse(refused.succeeded(), refused::toString);
        assertEquals(RunState.FAILED, stack.run(1).state());
        var cause = stack.run(1).cause().map(Cause::message).orElse("");
        System.out.println("without trust in the Worker: " + cause);
        assertTrue(cause.startsWith(FailureCode.ACCESS_DENIED.code() + " "), cause);
        assertTrue(
                cause.contains("sts:AssumeRole of " + role + " by arn:aws:iam::" + OURS + ":role/" + stack.name()),
                cause);
        assertTrue(cause.contains("WorkerRole"), cause);
        assertTrue(cause.contains("Add the principal arn:aws:iam::" + OURS + ":root to the trust policy"), cause);
        assertTrue(
                stack.failures().toString().contains(cause),
                () -> stack.failures().toString());
        assertEquals(0, orders.changedSince(then));

        trust(stack.name() + "-*");
        var ended = stack.deploy(template, given);

        assertTrue(ended.succeeded(), ended::toString);
        assertEquals(SIZE, orders.count("currency"));
        assertEquals(RunState.SUCCEEDED, stack.run(1).state());
        assertEquals(
                table,
                Optional.ofNullable(stack.history().bindings().get("Orders"))
                        .orElseThrow()
                        .arn());
    }

    private void makeRole() {
        try (var identities = Cloud.identities(OTHER)) {
            identities.createRole(
                    request -> request.roleName(roleName).assumeRolePolicyDocument(TRUST.formatted(OURS, "nobody")));
            identities.putRolePolicy(
                    request -> request.roleName(roleName).policyName("Table").policyDocument(RIGHTS.formatted(table)));
        }
    }

    /** Lets those of our roles take it on whose names are like this one. */
    private void trust(String roles) {
        try (var identities = Cloud.identities(OTHER)) {
            identities.updateAssumeRolePolicy(
                    request -> request.roleName(roleName).policyDocument(TRUST.formatted(OURS, roles)));
        }
    }
}
