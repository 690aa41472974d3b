package io.github.dynamodbmigrations.deployed;

import io.github.dynamodbmigrations.integration.fault.EngineMain;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The engine in a process of its own on this machine, as the goal {@code migrate} starts it, with the code that is deployed. */
final class Laptop {
    private Laptop() {}

    /**
     * Migrates to the latest version.
     *
     * @param stack whose table and history
     * @param moment a module of {@code it/app}
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
        var code = Variation.emitted(moment).resolve("code");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                String.join(File.pathSeparator, code.toString(), code + "/lib/*", tests()),
                EngineMain.class.getName()));
        settings.forEach((name, value) -> command.add(name + "=" + value));
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var ended = new Sam.Ended(process.waitFor(), output);
            Traces.say("migrate of " + moment + ": " + ended);
            return ended;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException("interrupted while migrate ran", interrupted);
        }
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
