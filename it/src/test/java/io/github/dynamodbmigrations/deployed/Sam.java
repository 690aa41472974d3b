package io.github.dynamodbmigrations.deployed;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The SAM CLI, as a user calls it. */
public final class Sam {
    private static final long MINUTES = 10;

    private Sam() {}

    /**
     * What a command came to.
     *
     * @param exit its exit code
     * @param output all that it printed
     */
    public record Ended(int exit, String output) {
        public boolean succeeded() {
            return exit == 0;
        }

        @Override
        public String toString() {
            return "exit code " + exit + "\n" + output;
        }
    }

    /** What the SAM CLI uploads to is made by its first deployment, which therefore goes before the others. */
    private static final class Bucket {
        static final Ended MADE = run(List.of(
                Cloud.given("CLOUD_SAM"),
                "deploy",
                "--template-file",
                empty().toString(),
                "--stack-name",
                "bucket",
                "--resolve-s3",
                "--no-confirm-changeset",
                "--no-progressbar"));

        private static Path empty() {
            try {
                return Files.writeString(
                        Path.of("target", "empty.yaml").toAbsolutePath(),
                        "Resources: {Nothing: {Type: 'AWS::CloudFormation::WaitConditionHandle'}}");
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    /** Deploys, and waits for the end of it. */
    public static Ended deploy(String stack, Path template, Map<String, String> parameters, List<String> more) {
        return Bucket.MADE.succeeded() ? run(command(stack, template, parameters, more)) : Bucket.MADE;
    }

    /** The same by somebody who is not the account's root; if there is no bucket yet, they make it. */
    public static Ended deploy(
            String accessKeyId, String secretAccessKey, String stack, Path template, Map<String, String> parameters) {
        return run(
                new ProcessBuilder(command(stack, template, parameters, List.of())),
                Map.of("AWS_ACCESS_KEY_ID", accessKeyId, "AWS_SECRET_ACCESS_KEY", secretAccessKey));
    }

    private static List<String> command(
            String stack, Path template, Map<String, String> parameters, List<String> more) {
        var command = new ArrayList<>(List.of(
                Cloud.given("CLOUD_SAM"),
                "deploy",
                "--template-file",
                template.toString(),
                "--stack-name",
                stack,
                "--resolve-s3",
                "--capabilities",
                "CAPABILITY_IAM",
                "CAPABILITY_AUTO_EXPAND",
                "--no-confirm-changeset",
                "--no-progressbar",
                "--parameter-overrides"));
        parameters.forEach((name, value) -> command.add(name + "=" + value));
        command.addAll(more);
        return command;
    }

    /** Runs what a user types in a directory. */
    static Ended type(Path directory, String command) {
        if (!Bucket.MADE.succeeded()) {
            return Bucket.MADE;
        }
        var shell = new ProcessBuilder("sh", "-c", command).directory(directory.toFile());
        var installed = Path.of(Cloud.given("CLOUD_SAM")).resolveSibling("");
        shell.environment().merge("PATH", installed.toString(), (path, first) -> first + File.pathSeparator + path);
        return run(shell);
    }

    private static Ended run(List<String> command) {
        return run(new ProcessBuilder(command));
    }

    private static Ended run(ProcessBuilder builder) {
        return run(builder, Map.of("AWS_ACCESS_KEY_ID", Cloud.CREDENTIAL, "AWS_SECRET_ACCESS_KEY", Cloud.CREDENTIAL));
    }

    private static Ended run(ProcessBuilder builder, Map<String, String> credentials) {
        try {
            var output = Files.createTempFile("sam", ".log");
            builder.environment().putAll(credentials);
            builder.redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment()
                    .putAll(Map.of(
                            "AWS_ENDPOINT_URL",
                            Cloud.endpoint().toString(),
                            "AWS_DEFAULT_REGION",
                            Cloud.REGION,
                            "AWS_REGION",
                            Cloud.REGION,
                            "SAM_CLI_TELEMETRY",
                            "0",
                            "SAM_CLI_POLL_DELAY",
                            "1"));
            try {
                var process = builder.start();
                if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                    process.destroyForcibly().onExit().join();
                }
                return new Ended(process.exitValue(), Files.readString(output));
            } finally {
                Files.delete(output);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException("interrupted while " + builder.command() + " ran", interrupted);
        }
    }
}
