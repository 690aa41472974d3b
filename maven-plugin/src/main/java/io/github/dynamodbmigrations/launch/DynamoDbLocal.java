package io.github.dynamodbmigrations.launch;

import io.github.dynamodbmigrations.model.ProblemCode;
import io.github.dynamodbmigrations.problem.ProblemException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * DynamoDB Local as a process of its own, in memory, on a free port. None of its classes come near ours, as its licence and
 * its libraries ask for. The process ends with {@link #close} or with this JVM.
 */
public final class DynamoDbLocal implements AutoCloseable {
    private static final String MAIN = "com.amazonaws.services.dynamodbv2.local.main.ServerRunner";
    private static final int TRIES = 600;
    private static final long MILLIS_BETWEEN_TRIES = 100;

    private final Process process;
    private final URI endpoint;
    private final Thread atExit;

    private DynamoDbLocal(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
        this.atExit = new Thread(process::destroyForcibly, "end of DynamoDB Local");
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Starts it and waits until it answers.
     *
     * @param classPath its own files, as its publisher delivers them
     * @param log where its output is kept
     * @param name a text that nobody else uses: by it the server that answers is known to be this one, and browsers keep
     *     other pages away from it
     * @throws ProblemException if it ends before it answers, or does not answer within a minute
     */
    public static DynamoDbLocal start(List<Path> classPath, Path log, String name) {
        var endpoint = URI.create("http://127.0.0.1:" + freePort());
        var local = new DynamoDbLocal(launch(classPath, log, name, endpoint.getPort()), endpoint);
        try {
            local.awaitAnswer(name, log);
            return local;
        } catch (RuntimeException e) {
            local.close();
            throw e;
        }
    }

    /** Where it answers. */
    public URI endpoint() {
        return endpoint;
    }

    /** Ends the process; what it held is gone. */
    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // the JVM is ending, and the hook runs or has run
        }
    }

    private static Process launch(List<Path> classPath, Path log, String name, int port) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var files = classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        var builder = new ProcessBuilder(
                java,
                "-Xmx1g",
                "-cp",
                files,
                MAIN,
                "-inMemory",
                "-sharedDb",
                "-disableTelemetry",
                "-cors",
                name,
                "-port",
                Integer.toString(port));
        builder.environment().keySet().removeIf(variable -> variable.startsWith("AWS_"));
        builder.environment().put("DDB_LOCAL_TELEMETRY", "0");
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitAnswer(String name, Path log) {
        var api = new LocalApi(endpoint);
        try {
            for (var tries = 0; tries < TRIES; tries++) {
                if (process.waitFor(MILLIS_BETWEEN_TRIES, TimeUnit.MILLISECONDS)) {
                    throw failed("ended with exit code " + process.exitValue() + lastWords(log), log);
                }
                if (api.isAnswering(name)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("was interrupted", log);
        }
        throw failed("did not answer within " + TRIES * MILLIS_BETWEEN_TRIES / 1000 + " s", log);
    }

    private static ProblemException failed(String what, Path log) {
        return new ProblemException(
                ProblemCode.LOCAL_NOT_STARTED,
                "DynamoDB Local " + what,
                log.toString(),
                "Read its output there, or set <endpoint> to a DynamoDB Local of your own.");
    }

    private static String lastWords(Path log) {
        try (var lines = Files.lines(log)) {
            Optional<String> exception = lines.filter(line -> line.contains("Exception") || line.contains("Error"))
                    .findFirst();
            return exception.map(line -> ", saying " + line.strip()).orElse("");
        } catch (IOException | UncheckedIOException e) {
            return "";
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
