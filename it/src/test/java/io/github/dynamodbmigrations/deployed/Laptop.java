package io.github.dynamodbmigrations.deployed;

import io.github.dynamodbmigrations.bundle.BundleRequest;
import io.github.dynamodbmigrations.connection.Connection;
import io.github.dynamodbmigrations.control.Await;
import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.integration.fault.EngineMain;
import io.github.dynamodbmigrations.plan.PlannerSettings;
import io.github.dynamodbmigrations.project.Project;
import io.github.dynamodbmigrations.report.HistorySource;
import io.github.dynamodbmigrations.report.Info;
import io.github.dynamodbmigrations.report.ReportRequest;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people start on their own machines, with the code that is deployed. */
public final class Laptop {
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private Laptop() {}

    /**
     * Migrates to the latest version, in a process of its own, as the goal {@code migrate} does.
     *
     * @param stack whose table and history
     * @param moment a module of {@code it/moments}
     * @param more settings
     */
    static Sam.Ended migrate(Stack stack, String moment, Map<String, String> more) {
        var settings = new HashMap<>(Map.of(
                "goal",
                "migrate",
                "region",
                Cloud.REGION,
                "endpoint",
                Cloud.endpoint().toString(),
                "accessKeyId",
                Cloud.CREDENTIAL,
                "secretAccessKey",
                Cloud.CREDENTIAL,
                "historyTable",
                stack.historyTable(),
                "tables.Orders",
                stack.orders().name(),
                "workers",
                "2",
                "settleDelaySeconds",
                "0"));
        settings.putAll(more);
        return run(moment, settings);
    }

    /**
     * Runs a goal of the engine, in a process of its own.
     *
     * @param moment a module of {@code it/moments}
     * @param settings what the goal is told
     */
    public static Sam.Ended run(String moment, Map<String, String> settings) {
        var code = Variation.emitted(moment).resolve("code");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                // Where the code of a task looks.
                "-Daws.accessKeyId=" + settings.get("accessKeyId"),
                "-Daws.secretAccessKey=" + settings.get("secretAccessKey"),
                "-cp",
                String.join(File.pathSeparator, code.toString(), code + "/lib/*", tests()),
                EngineMain.class.getName()));
        settings.forEach((name, value) -> command.add(name + "=" + value));
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var ended = new Sam.Ended(process.waitFor(), output);
            Traces.say(settings.get("goal") + " of " + moment + ": " + ended);
            return ended;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException("interrupted while a goal ran", interrupted);
        }
    }

    /** What the goal {@code info} prints. */
    static List<String> info(Stack stack, String moment) {
        return info(connection(stack), moment);
    }

    /** The same of any history. */
    public static List<String> info(Connection connection, String moment) {
        var planner = new PlannerSettings(Optional.empty(), 0, false, false, false);
        return Info.read(new ReportRequest(
                        bundle(moment),
                        "info",
                        new HistorySource(connection, Optional.empty()),
                        planner,
                        Clock.systemUTC()))
                .text();
    }

    /** A moment's migrations. */
    public static BundleRequest bundle(String moment) {
        var here = Path.of("moments", moment).toAbsolutePath();
        var project = new Project(
                "com.example",
                "orders",
                "jar",
                here,
                here,
                here,
                List.of(),
                here.resolve("target/classes"),
                here.resolve("target"),
                List.of());
        return new BundleRequest(project, List.of(), List.of(), List.of(), List.of(), "java25", 0);
    }

    /** Waits as the goal {@code await} does, until these versions are applied; what it says is returned, or what it threw. */
    static List<String> await(Stack stack, Long... versions) {
        var said = new ArrayList<String>();
        new Await(
                        connection(stack),
                        List.of(versions),
                        LONGEST,
                        Clock.systemUTC(),
                        System::nanoTime,
                        Background::sleep,
                        said::add)
                .untilApplied();
        return said;
    }

    private static Connection connection(Stack stack) {
        // Where the SDK looks first.
        System.setProperty("aws.accessKeyId", Cloud.CREDENTIAL);
        System.setProperty("aws.secretAccessKey", Cloud.CREDENTIAL);
        return new Connection(
                HistorySettings.of(stack.historyTable()),
                Optional.of(Cloud.REGION),
                Optional.empty(),
                Optional.of(Cloud.endpoint()),
                Map.of("Orders", stack.orders().name()));
    }

    /** Where the class is that starts the engine; all else comes from the code that is deployed. */
    private static String tests() {
        return Path.of(EngineMain.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toString();
    }
}
