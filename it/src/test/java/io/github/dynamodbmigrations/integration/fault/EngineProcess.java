package io.github.dynamodbmigrations.integration.fault;

import io.github.dynamodbmigrations.integration.LocalDynamo;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The engine in a JVM of its own, migrating the shop to one version. */
final class EngineProcess implements Runner {
    private final Path code;
    private final Map<String, String> settings;
    private final Observer observer;
    private final Path log;
    private final int size;
    private final Class<?> main;
    private int attemptsBefore;
    private long pagesBefore;
    private @Nullable Process process;

    /**
     * Makes one.
     *
     * @param code the directory that {@code package} would emit, without libraries
     * @param application whose table is migrated
     * @param historyTable where the history is kept
     * @param version to which version
     * @param size how many items the table has
     * @param writeUnits its write budget: so small that a page's items wait between being read and being written
     */
    EngineProcess(Path code, Application application, String historyTable, long version, int size, int writeUnits) {
        this(code, application, historyTable, version, size, writeUnits, EngineMain.class);
    }

    /** One that another class starts. */
    EngineProcess(
            Path code,
            Application application,
            String historyTable,
            long version,
            int size,
            int writeUnits,
            Class<?> main) {
        this.size = size;
        this.main = main;
        this.code = code;
        this.settings = new HashMap<>(Map.ofEntries(
                Map.entry("goal", "migrate"),
                Map.entry("region", "us-east-1"),
                Map.entry("endpoint", LocalDynamo.endpoint().toString()),
                Map.entry("accessKeyId", "local"),
                Map.entry("secretAccessKey", "local"),
                Map.entry("historyTable", historyTable),
                Map.entry("tables.Shop", application.table().name()),
                Map.entry("target", Long.toString(version)),
                Map.entry("readUnits", "20000"),
                Map.entry("writeUnits", Integer.toString(writeUnits)),
                Map.entry("leaseMillis", "5000"),
                Map.entry("settleDelaySeconds", "1")));
        this.observer = new Observer(application, historyTable, version);
        this.log = code.resolveSibling("engine-" + version + ".log");
        try {
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that is taken for dead sooner, and may lose its lease on a machine that is very busy. */
    EngineProcess withShortLease() {
        settings.put("leaseMillis", "2500");
        return this;
    }

    @Override
    public void start() {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                code + File.pathSeparator + classPath(),
                main.getName()));
        settings.forEach((name, value) -> command.add(name + "=" + value));
        attemptsBefore = observer.attempts();
        pagesBefore = observer.pages(1);
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public double progress() {
        return observer.progress(size);
    }

    @Override
    public List<String> inFlight() {
        return observer.inFlight();
    }

    @Override
    public void kill() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }

    /** Stops it in the middle of whatever it does, and lets go of it: it may be started a second time. */
    Process freeze() {
        var frozen = Objects.requireNonNull(process);
        signal("-STOP", frozen);
        return frozen;
    }

    /** Lets a frozen process go on, and waits until it ends by itself; says whether it claims success. */
    static boolean thaw(Process frozen) throws InterruptedException {
        signal("-CONT", frozen);
        return frozen.waitFor() == 0;
    }

    private static void signal(String name, Process process) {
        try {
            var exit = new ProcessBuilder("kill", name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("kill " + name + " gave " + exit);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Whether it has taken the run over, and pages have been finished since the last start. Pages alone do not show it: one
     * that a frozen process had sent may still arrive.
     */
    boolean isWorking() {
        return observer.attempts() > attemptsBefore && observer.pages(1) > pagesBefore;
    }

    /** The pass that the run is in. */
    int pass() {
        return observer.pass();
    }

    /** Pages that a pass has finished, over all starts. */
    long pages(int pass) {
        return observer.pages(pass);
    }

    /** Waits until it ends by itself. */
    void awaitEnd() {
        if (process != null) {
            process.onExit().join();
        }
    }

    /** What all its starts have printed. */
    String output() throws IOException {
        return Files.readString(log);
    }

    @Override
    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    @Override
    public boolean hasSucceeded() {
        return process != null && !process.isAlive() && process.exitValue() == 0;
    }

    @Override
    public long conflicts() {
        return observer.conflicts();
    }

    /** The tests' own; surefire keeps it in a property, since its JVM is started with a single jar. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
