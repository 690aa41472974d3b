package io.github.dynamodbmigrations.rights;

import io.github.dynamodbmigrations.bundle.Bundle;
import io.github.dynamodbmigrations.bundle.BundleRequest;
import io.github.dynamodbmigrations.connection.Confirmation;
import io.github.dynamodbmigrations.connection.Connection;
import io.github.dynamodbmigrations.connection.Environment;
import io.github.dynamodbmigrations.control.Await;
import io.github.dynamodbmigrations.control.Operator;
import io.github.dynamodbmigrations.control.Watch;
import io.github.dynamodbmigrations.deployed.Cloud;
import io.github.dynamodbmigrations.deployed.Laptop;
import io.github.dynamodbmigrations.deployed.Variation;
import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.launch.Launch;
import io.github.dynamodbmigrations.launch.LaunchRequest;
import io.github.dynamodbmigrations.plan.PlannerSettings;
import io.github.dynamodbmigrations.policy.Permissions;
import io.github.dynamodbmigrations.policy.PolicyRequest;
import io.github.dynamodbmigrations.project.Library;
import io.github.dynamodbmigrations.project.Project;
import io.github.dynamodbmigrations.report.HistorySource;
import io.github.dynamodbmigrations.report.Info;
import io.github.dynamodbmigrations.report.LocalVersions;
import io.github.dynamodbmigrations.report.ReportRequest;
import io.github.dynamodbmigrations.report.Validation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** People who look after one history, each with exactly the policy that is printed for one goal; they call goals as Maven does. */
final class Staff {
    private static final String ACCOUNT = "000000000000";
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final String moment;
    private final Connection connection;
    private final Map<String, Person> people = new TreeMap<>();

    /** Those of a module of {@code it/moments}, whose migrations know one table. */
    Staff(String moment, String logical, String table, String historyTable) {
        this.moment = moment;
        this.connection = new Connection(
                HistorySettings.of(historyTable),
                Optional.of(Cloud.REGION),
                Optional.empty(),
                Optional.of(Cloud.endpoint()),
                Map.of(logical, table));
    }

    /** Whose goal it is. */
    Person of(String goal) {
        return people.computeIfAbsent(goal, it -> Person.with(policy(it).json()));
    }

    Permissions policy(String goal) {
        var migrations = Bundle.discover(Laptop.bundle(moment)).migrations();
        return Permissions.of(new PolicyRequest(goal, migrations, connection, Environment.NONE, Optional.of(ACCOUNT)));
    }

    String run(String goal) {
        return run(goal, Map.of());
    }

    /** What a goal says; its failure is thrown. */
    String run(String goal, Map<String, String> settings) {
        var said = of(goal).does(() -> switch (goal) {
            case "info" -> Info.read(report(goal)).text();
            case "validate" -> Validation.read(report(goal)).text();
            case "status" -> status();
            case "pause" -> List.of(operator(goal).pauseRuns());
            case "resume" -> List.of(operator(goal).resumeRuns());
            case "abort" -> List.of(operator(goal).abortRun());
            case "set-rate" -> List.of(operator(goal).setRate(Optional.of(100L), Optional.empty()));
            default -> launch(goal, settings);
        });
        return String.join("\n", said);
    }

    private ReportRequest report(String goal) {
        return new ReportRequest(
                Laptop.bundle(moment),
                goal,
                new HistorySource(connection, Optional.empty()),
                PlannerSettings.DEFAULT,
                Clock.systemUTC());
    }

    private List<String> status() {
        var said = new ArrayList<String>();
        new Watch(connection, Clock.systemUTC(), pause -> {}, seen -> said.addAll(seen.text())).look(false);
        return said;
    }

    /** The goal {@code await}, and what others do while it waits. */
    void await(Runnable others) {
        var versions = LocalVersions.upTo(PlannerSettings.DEFAULT, Laptop.bundle(moment), "await");
        of("await").does(() -> {
            new Await(
                            connection,
                            versions,
                            LONGEST,
                            Clock.systemUTC(),
                            System::nanoTime,
                            pause -> others.run(),
                            said -> {})
                    .untilApplied();
            return versions;
        });
    }

    private Operator operator(String goal) {
        return new Operator(connection, confirmation(goal), "ada", "a test", Clock.systemUTC(), pause -> {});
    }

    private static Confirmation confirmation(String goal) {
        return new Confirmation(goal, Optional.of(ACCOUNT));
    }

    private List<String> launch(String goal, Map<String, String> more) {
        var settings = new HashMap<>(Map.of(
                "owner", "ada",
                "why", "a test",
                "parameters.Priority", "high",
                "workers", "2",
                "settleDelaySeconds", "0"));
        settings.putAll(more);
        var target = Optional.ofNullable(more.get("target")).map(Long::valueOf);
        var planner = Optional.of(target.map(PlannerSettings.DEFAULT::to).orElse(PlannerSettings.DEFAULT))
                .filter(it -> Set.of("migrate", "undo").contains(goal));
        var leave = Optional.of(confirmation(goal)).filter(it -> !goal.equals("verify"));
        var request =
                new LaunchRequest(goal, withLibraries(), connection, leave, planner, Optional.empty(), settings, "mvn");
        var said = new ArrayList<String>();
        var out = new ByteArrayOutputStream();
        new Launch(request, said::add, said::add, new PrintStream(out, true, StandardCharsets.UTF_8)).run();
        said.add(out.toString(StandardCharsets.UTF_8));
        return said;
    }

    private BundleRequest withLibraries() {
        var all = Laptop.bundle(moment);
        var project = all.project();
        return new BundleRequest(
                new Project(
                        project.groupId(),
                        project.artifactId(),
                        project.packaging(),
                        project.directory(),
                        project.sources(),
                        project.testSources(),
                        project.sourceRoots(),
                        project.classes(),
                        project.target(),
                        libraries()),
                all.scanDependencies(),
                all.includes(),
                all.excludes(),
                all.engine(),
                all.runtime(),
                all.firstVersion());
    }

    /** What was emitted with the code, under the names by which the engine asks for some of it. */
    private List<Library> libraries() {
        try (var jars = Files.list(Variation.emitted(moment).resolve("code/lib"))) {
            return jars.sorted().map(Staff::library).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Library library(Path jar) {
        var parts = jar.getFileName().toString().split("-(?=[0-9])", 2);
        var group = switch (parts[0]) {
            case "dynamodb-migrations-runtime" -> "io.github.dynamodbmigrations";
            case "aws-lambda-java-core" -> "com.amazonaws";
            default -> "software.amazon.awssdk";
        };
        return new Library(group, parts[0], parts[1].replace(".jar", ""), jar);
    }

    /** By goal, what its printed policy allows and was not asked for; all else was, since the goals succeeded. */
    Map<String, Set<String>> unused(Set<String> goals) {
        var seen = Need.seen(Actions.read());
        var unused = new TreeMap<String, Set<String>>();
        goals.forEach(goal -> {
            var needs = seen.stream()
                    .filter(need -> need.role().equals(of(goal).name()))
                    .toList();
            var rest = new TreeSet<String>();
            for (var part : Tree.list(Tree.parse(policy(goal).json()), "Statement")) {
                var statement = Tree.map(part);
                for (var action : Tree.texts(statement, "Action")) {
                    Tree.texts(statement, "Resource").stream()
                            .filter(arn -> needs.stream()
                                    .noneMatch(need -> need.action().equals(action) && need.isOn(arn)))
                            .forEach(arn -> rest.add(action + " on " + arn.split(":", 6)[5]));
                }
            }
            System.out.println(goal + " with its printed policy; not asked for: " + rest);
            if (!rest.isEmpty()) {
                unused.put(goal, rest);
            }
        });
        return unused;
    }

    /** The goals that were run. */
    Set<String> goals() {
        return people.keySet();
    }
}
