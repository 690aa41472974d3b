package io.github.dynamodbmigrations.rights;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.bundle.Bundle;
import io.github.dynamodbmigrations.connection.Connection;
import io.github.dynamodbmigrations.connection.Environment;
import io.github.dynamodbmigrations.deployed.Cloud;
import io.github.dynamodbmigrations.deployed.Deployed;
import io.github.dynamodbmigrations.deployed.Laptop;
import io.github.dynamodbmigrations.deployed.Sam;
import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.history.RunState;
import io.github.dynamodbmigrations.policy.Permissions;
import io.github.dynamodbmigrations.policy.PolicyRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Goals that are run by somebody with exactly the policy that the goal {@code policy} prints. */
@Deployed
@Execution(ExecutionMode.SAME_THREAD)
final class PolicyTest {
    private static final String TABLE = "parcels-of-people";
    private static final String HISTORY = "parcels-of-people-history";
    private static final String ACCOUNT = "000000000000";
    private static final List<String> MAKING_A_HISTORY = List.of(
            "dynamodb:CreateTable",
            "dynamodb:TagResource",
            "dynamodb:UpdateContinuousBackups",
            "dynamodb:UpdateTimeToLive");
    private static final String ID = "abcdef01";

    private static Parcels parcels;

    @BeforeAll
    static void makesATable() {
        parcels = Parcels.create(TABLE);
    }

    @Test
    void migrateAndWhatComesAfterItRunWithTheirPolicies() {
        parcels.reset();
        LostLock.over(HISTORY, ID);
        var migrating = Person.with(policy("migrate").json());

        var migrated = run("migrate", migrating);

        assertEquals(0, migrated.exit(), migrated::toString);
        var runs = Cloud.history(HISTORY).runs();
        assertTrue(runs.stream().allMatch(run -> run.state() == RunState.SUCCEEDED), runs::toString);
        assertEquals(MAKING_A_HISTORY, unused("migrate", migrating));

        var verifying = Person.with(policy("verify").json());
        var verified = run("verify", verifying);
        assertEquals(0, verified.exit(), verified::toString);
        assertEquals(List.of(), unused("verify", verifying));

        var reading = Person.with(policy("info").json());
        var info = String.join("\n", info(reading));
        assertTrue(info.contains("Success"), info);
        assertEquals(List.of(), unused("info", reading));
    }

    @Test
    void withoutOneOfItsActionsMigrateFailsAndNamesIt() {
        var seed = Long.getLong("seed", System.nanoTime());
        var actions = List.copyOf(new TreeSet<>(
                List.of("dynamodb:Scan", "dynamodb:UpdateItem", "dynamodb:DescribeTable", "dynamodb:Query")));
        var action = actions.get(new Random(seed).nextInt(actions.size()));
        System.out.println("migrate without " + action + ", -Dseed=" + seed);
        parcels.reset();
        LostLock.over(HISTORY, ID);

        var ended = run(
                "migrate", Person.with(policy("migrate").json().replace('"' + action + '"', "\"sqs:DeleteQueue\"")));

        assertAll(
                () -> assertNotEquals(0, ended.exit(), ended::toString),
                () -> assertTrue(ended.output().contains("DM416"), ended::toString),
                () -> assertTrue(ended.output().contains(action), ended::toString));
    }

    /** What is in the printed policy and was not asked for; all else was, since the goal succeeded. */
    private static List<String> unused(String goal, Person person) {
        var unused = actions(policy(goal));
        Need.seen(Actions.read()).stream()
                .filter(need -> need.role().equals(person.name()))
                .forEach(need -> unused.remove(need.action()));
        System.out.println(goal + " with its printed policy; not asked for: " + unused);
        return List.copyOf(unused);
    }

    private static Set<String> actions(Permissions policy) {
        var actions = new TreeSet<String>();
        Tree.list(Tree.parse(policy.json()), "Statement")
                .forEach(statement -> actions.addAll(Tree.texts(Tree.map(statement), "Action")));
        return actions;
    }

    private static Sam.Ended run(String goal, Person person) {
        return Laptop.run(
                "rights",
                new HashMap<>(Map.ofEntries(
                        Map.entry("goal", goal),
                        Map.entry("region", Cloud.REGION),
                        Map.entry("endpoint", Cloud.endpoint().toString()),
                        Map.entry("accessKeyId", person.accessKeyId()),
                        Map.entry("secretAccessKey", person.secretAccessKey()),
                        Map.entry("historyTable", HISTORY),
                        Map.entry("tables.Parcels", TABLE),
                        Map.entry("parameters.Priority", "high"),
                        Map.entry("reason", "a test"),
                        Map.entry("workers", "2"),
                        Map.entry("settleDelaySeconds", "0"))));
    }

    private static List<String> info(Person person) {
        System.setProperty("aws.accessKeyId", person.accessKeyId());
        System.setProperty("aws.secretAccessKey", person.secretAccessKey());
        try {
            return Laptop.info(connection(), "rights");
        } finally {
            System.clearProperty("aws.accessKeyId");
            System.clearProperty("aws.secretAccessKey");
        }
    }

    private static Permissions policy(String subject) {
        var migrations = Bundle.discover(Laptop.bundle("rights")).migrations();
        return Permissions.of(
                new PolicyRequest(subject, migrations, connection(), Environment.NONE, Optional.of(ACCOUNT)));
    }

    private static Connection connection() {
        return new Connection(
                HistorySettings.of(HISTORY),
                Optional.of(Cloud.REGION),
                Optional.empty(),
                Optional.of(Cloud.endpoint()),
                Map.of("Parcels", TABLE));
    }
}
