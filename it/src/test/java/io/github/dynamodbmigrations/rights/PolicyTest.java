package io.github.dynamodbmigrations.rights;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.deployed.Cloud;
import io.github.dynamodbmigrations.deployed.Deployed;
import io.github.dynamodbmigrations.deployed.Laptop;
import io.github.dynamodbmigrations.deployed.Sam;
import io.github.dynamodbmigrations.history.RunState;
import io.github.dynamodbmigrations.integration.OneKeyTable;
import io.github.dynamodbmigrations.policy.Permissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Goals that are run by somebody with exactly the policy that the goal {@code policy} prints. */
@Deployed
final class PolicyTest {
    private static final String TABLE = "parcels-of-people";
    private static final String HISTORY = "parcels-of-people-history";
    private static final String ID = "abcdef01";

    private static Parcels parcels;

    /** Thrown by somebody who has seen that a run is under way, and need not wait for its end. */
    private static final class Waiting extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @BeforeAll
    static void makesATable() {
        parcels = Parcels.create(TABLE);
    }

    /** Before goals that take the lock an execution that is gone holds it. */
    @Test
    void everyGoalRunsWithExactlyThePolicyThatIsPrintedForIt() {
        var history = "parcels-of-staff-history";
        var staff = new Staff("rights", "Parcels", TABLE, history);
        parcels.reset();
        staff.run("migrate", Map.of("target", "1"));
        LostLock.again(history);
        staff.run("unlock", Map.of("force", "true"));
        parcels.lose();

        staff.run("pause");
        var migrating = CompletableFuture.supplyAsync(() -> migrate(history, staff.of("migrate"), "2"));
        Cloud.await("a run", () -> Cloud.history(history).unfinished().isPresent());
        var status = staff.run("status");
        assertThrows(
                Waiting.class,
                () -> staff.await(() -> {
                    throw new Waiting();
                }));
        staff.run("set-rate");
        staff.run("abort");
        var aborted = migrating.join();
        staff.run("resume");
        assertAll(
                () -> assertTrue(status.contains("paused by ada"), status),
                () -> assertTrue(aborted.output().contains("DM323"), aborted::toString));

        var failed = assertThrows(MigrationException.class, () -> staff.run("migrate", Map.of("target", "2")));
        assertEquals("DM414", failed.code(), failed::toString);
        LostLock.again(history);
        staff.run("repair", Map.of("repair", "rejects"));
        parcels.lose("old#5");
        parcels.lose("parcel#6");
        LostLock.again(history);
        staff.run("migrate", Map.of("target", "2", "maxRejected", "2"));
        parcels.find("old#5");
        parcels.find("parcel#6");
        LostLock.again(history);
        var retried = staff.run("retry-failed");
        assertTrue(retried.contains("2 rejected items of version 2 are not rejected any more"), retried);

        parcels.find("parcel#4");
        LostLock.started(history, 3);
        staff.await(() -> staff.run("migrate"));
        var runs = Cloud.history(history).runs();
        assertTrue(runs.stream().allMatch(run -> run.state() == RunState.SUCCEEDED), runs::toString);
        staff.run("verify");
        assertTrue(staff.run("info").contains("Success"));
        staff.run("validate");

        var others = staffOfOrders();
        var goals = new TreeSet<>(staff.goals());
        goals.addAll(others.goals());
        goals.add("deploy");
        assertAll(
                () -> assertEquals(Map.of(), staff.unused(staff.goals())),
                () -> assertEquals(Map.of(), others.unused(Set.of("baseline", "undo"))),
                () -> assertEquals(new TreeSet<>(Permissions.subjects()), goals));
    }

    /** Those who have begun a history over data of some version, and have undone what was migrated. */
    private static Staff staffOfOrders() {
        var table = "orders-of-staff";
        var history = "orders-of-staff-history";
        OneKeyTable.create(Cloud.dynamo(), table, "pk");
        Cloud.dynamo().putItem(request -> request.tableName(table).item(Map.of("pk", AttributeValue.fromS("order#1"))));
        var staff = new Staff("reversible", "Orders", table, history);
        staff.run("baseline", Map.of("baselineVersion", "9"));
        LostLock.again(history);
        staff.run("baseline", Map.of("baselineVersion", "9"));
        staff.run("migrate");
        LostLock.again(history);
        staff.run("undo");
        return staff;
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

        var policy = new Staff("rights", "Parcels", TABLE, HISTORY)
                .policy("migrate")
                .json()
                .replace('"' + action + '"', "\"sqs:DeleteQueue\"");
        var ended = migrate(HISTORY, Person.with(policy), "4");

        assertAll(
                () -> assertNotEquals(0, ended.exit(), ended::toString),
                () -> assertTrue(ended.output().contains("DM416"), ended::toString),
                () -> assertTrue(ended.output().contains(action), ended::toString));
    }

    private static Sam.Ended migrate(String history, Person person, String target) {
        return Laptop.run(
                "rights",
                new HashMap<>(Map.ofEntries(
                        Map.entry("goal", "migrate"),
                        Map.entry("target", target),
                        Map.entry("region", Cloud.REGION),
                        Map.entry("endpoint", Cloud.endpoint().toString()),
                        Map.entry("accessKeyId", person.accessKeyId()),
                        Map.entry("secretAccessKey", person.secretAccessKey()),
                        Map.entry("historyTable", history),
                        Map.entry("tables.Parcels", TABLE),
                        Map.entry("parameters.Priority", "high"),
                        Map.entry("workers", "2"),
                        Map.entry("settleDelaySeconds", "0"))));
    }
}
