package io.github.dynamodbmigrations.rights;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.deployed.Cloud;
import io.github.dynamodbmigrations.deployed.Deployed;
import io.github.dynamodbmigrations.deployed.NoPatience;
import io.github.dynamodbmigrations.deployed.Sam;
import io.github.dynamodbmigrations.deployed.Variation;
import io.github.dynamodbmigrations.history.RunState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The emitted application with exactly the rights that its templates give it, and with one less. */
@Deployed
@Execution(ExecutionMode.SAME_THREAD)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class RightsTest {
    private static final String TABLE = "parcels";
    private static final String HISTORY = "parcels-history";
    private static final int MIGRATIONS = 4;
    private static final int ONE_IN = 5;
    private static final String STACK = "parcels";
    private static final String ACCOUNT = "000000000000";

    private static String policy;
    private static Person deploying;
    private static Stories stories;

    @BeforeAll
    static void deploys() {
        var parcels = Parcels.create(TABLE);
        parcels.reset();
        var root = NoPatience.of("rights").write("rights");
        var given = Map.of(
                "ParcelsTable",
                TABLE,
                "HistoryTable",
                HISTORY,
                "Priority",
                "high",
                "Runtime",
                Cloud.given("CLOUD_RUNTIME"),
                "MaxWorkers",
                "1",
                "PermissionsBoundary",
                Roles.boundary("dynamodb:*", "logs:*", "lambda:*", "states:*"));
        policy = DeployPolicy.printed(Cloud.REGION, ACCOUNT, STACK, given);
        deploying = Person.with(policy);
        var installation = Installation.deploy(deploying, STACK, root, given);
        stories = new Stories(
                installation, parcels, HISTORY, Cloud.history(HISTORY).id().value());
    }

    /** The emulator keeps no boundary that a template declares; ConfiguredRightsTest sees to it that each role has one. */
    @Test
    @Order(7)
    void aBoundaryHoldsARoleBackAndTheRightIsNamed() {
        var roles = new Roles(stories.installation());
        roles.bind(Installation.CORE, "HistoryRole", Roles.boundary("logs:*"));
        var story = stories.of(Installation.CORE);

        assertFalse(story.succeeded());
        assertTrue(
                story.reasons().toString().contains("dynamodb:DescribeTable"),
                () -> story.reasons().toString());
    }

    @Test
    @Order(1)
    void everyMigrationSucceedsWithTheRightsOfItsTemplate() {
        var runs = Cloud.history(HISTORY).runs();
        assertEquals(MIGRATIONS, runs.size());
        assertTrue(runs.stream().allMatch(run -> run.state() == RunState.SUCCEEDED), runs::toString);
        assertEquals(3, stories.parcels().count("handled"));
        assertEquals(3, stories.parcels().count("priority"));
        assertEquals(1, stories.parcels().count("price"));
    }

    /** What CloudFormation does in their name is held against no policy here; DeployRightsTest sees to that. */
    @Test
    @Order(1)
    void whoeverDeploysNeedsOfTheirPolicyWhatTheSamCliDoes() {
        var seen = new TreeSet<String>();
        Need.seen(Actions.read()).stream()
                .filter(need -> need.role().equals(deploying.name()))
                .forEach(need -> seen.add(need.action()));
        System.out.println("whoever deploys was seen to need " + seen);
        assertEquals(Actions.ofDeploying().of("sam deploy", ""), seen);
    }

    @Test
    @Order(1)
    void withoutOneOfTheirActionsNobodyDeploys() {
        var lacking = Person.with(policy.replace("\"cloudformation:CreateChangeSet\"", "\"sqs:DeleteQueue\""));
        var root = Variation.emitted("rights").resolve("template.yaml");
        var ended = Sam.deploy(
                lacking.accessKeyId(), lacking.secretAccessKey(), STACK + "-again", root, Map.of("Priority", "low"));
        assertAll(
                () -> assertFalse(ended.succeeded(), ended::toString),
                () -> assertTrue(ended.output().contains("cloudformation:CreateChangeSet"), ended::toString));
    }

    @TestFactory
    @Order(2)
    Stream<DynamicTest> whatIsDeployedAgainSucceedsWithTheRightsOfItsTemplate() {
        return stories.installation().templates().keySet().stream()
                .map(path -> DynamicTest.dynamicTest(path, () -> {
                    var story = stories.of(path);
                    assertTrue(story.succeeded(), () -> story.reasons().toString());
                }));
    }

    @TestFactory
    @Order(3)
    Stream<DynamicTest> whatFailsIsRecordedWithTheRightsOfItsTemplate() {
        return migrations()
                .map(path -> DynamicTest.dynamicTest(path, () -> {
                    var story = stories.failing(path);
                    assertFalse(story.succeeded());
                    assertFalse(
                            story.reasons().toString().contains("DM416"),
                            () -> story.reasons().toString());
                }));
    }

    @TestFactory
    @Order(4)
    Stream<DynamicTest> aTriggerGoesWithTheRightsOfItsTemplate() {
        return migrations()
                .map(path -> DynamicTest.dynamicTest(path, () -> {
                    var story = stories.going(path);
                    assertTrue(story.succeeded(), () -> story.reasons().toString());
                }));
    }

    private static Stream<String> migrations() {
        return stories.installation().templates().keySet().stream()
                .filter(path -> !path.equals(Installation.CORE) && !path.equals(Installation.VERSIONS));
    }

    @Test
    @Order(5)
    void whatFunctionsDoIsWhatTheyMayDo() {
        var installation = stories.installation();
        var shown = shown();
        var unmet = Need.seen(Actions.read());
        // What people were seen to do is not what this is about.
        var roles = shown.stream()
                .map(right -> installation.resource(right.template(), right.role()))
                .toList();
        unmet.removeIf(need -> !roles.contains(need.role()));
        var unused = new ArrayList<String>();
        for (var right : shown) {
            var role = installation.resource(right.template(), right.role());
            for (var resource : new Roles(installation).resources(right)) {
                if (!unmet.removeIf(need ->
                        need.role().equals(role) && need.action().equals(right.action()) && need.isOn(resource))) {
                    unused.add(right + " on " + resource);
                }
            }
        }
        System.out.printf(
                "%d rights of functions; needed and not given: %s; given and not needed: %s%n",
                shown.size(), unmet, unused);
        assertAll(() -> assertEquals(Set.of(), unmet), () -> assertEquals(List.of(), unused));
    }

    /** The rights of functions that the emulator sees used, when parameters that are empty by default stay so. */
    private static List<Right> shown() {
        return stories.installation().rights().stream()
                .filter(right -> right.isOfFunction() && !right.isConditional())
                .filter(right -> !right.service().equals("logs"))
                .toList();
    }

    @TestFactory
    @Order(6)
    Stream<DynamicTest> withoutOneOfItsRightsADeploymentFailsAndNamesIt() {
        return sample().stream().map(right -> DynamicTest.dynamicTest(right.toString(), () -> failsWithout(right)));
    }

    private static void failsWithout(Right right) {
        var begun = System.nanoTime();
        var story = new Roles(stories.installation()).without(right, () -> stories.needing(right));
        if (story.succeeded() && !right.template().equals(Installation.CORE)) {
            // What only a failure needs.
            story = new Roles(stories.installation()).without(right, () -> stories.failing(right.template()));
        }
        judge(right, story, (System.nanoTime() - begun) / 1e9);
    }

    private static void judge(Right right, Story story, double seconds) {
        System.out.printf(
                "without %s: %s after %.1f s: %s%n",
                right, story.succeeded() ? "SUCCEEDED" : "failed", seconds, story.reasons());
        assertAll(
                () -> assertFalse(story.succeeded(), () -> right + " is not needed"),
                () -> assertTrue(story.names(right), () -> story.reasons().toString()));
    }

    /** Some of the rights, or all of them; the rights of one template in a row, since their functions are warm then. */
    private static List<Right> sample() {
        var shown = new ArrayList<>(shown());
        if (Boolean.getBoolean("proof")) {
            return shown;
        }
        var seed = Long.getLong("seed", System.nanoTime());
        Collections.shuffle(shown, new Random(seed));
        var some = shown.subList(0, shown.size() / ONE_IN);
        System.out.printf("%d of %d rights are taken away, -Dseed=%d%n", some.size(), shown.size(), seed);
        return some.stream().sorted(Comparator.comparing(Right::template)).toList();
    }
}
