package io.github.dynamodbmigrations.run;

import io.github.dynamodbmigrations.dynamo.DynamoConnection.Credentials;
import io.github.dynamodbmigrations.dynamo.DynamoConnection.Target;
import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.history.LockSettings;
import io.github.dynamodbmigrations.operate.Repair;
import io.github.dynamodbmigrations.plan.PlannerSettings;
import io.github.dynamodbmigrations.plan.TableFacts.Throughput;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The settings that cross the border of the class loader, as texts by name. */
record EntrySettings(Map<String, String> texts) {
    private static final String TABLES = "tables.";
    private static final String TABLE_ROLES = "tableRoles.";
    private static final String PARAMETERS = "parameters.";
    private static final int WORKERS = 4;
    private static final Duration LOCK_WAIT = Duration.ofMinutes(15);

    /** Which goal runs. */
    String goal() {
        return required("goal");
    }

    /** Where to connect to; credentials that are given beside the settings go before those among them. */
    Target target(Duration callTimeout, Supplier<Map<String, String>> given) {
        var fixed =
                text("accessKeyId").flatMap(id -> text("secretAccessKey").map(secret -> new Credentials(id, secret)));
        Optional<Supplier<Credentials>> credentials =
                given.get().isEmpty() ? fixed.map(known -> () -> known) : Optional.of(() -> credentials(given.get()));
        return new Target(Optional.of(region()), Optional.empty(), endpoint(), credentials, callTimeout)
                .through(startingWith(TABLE_ROLES));
    }

    private static Credentials credentials(Map<String, String> now) {
        return new Credentials(
                now.getOrDefault("accessKeyId", ""),
                now.getOrDefault("secretAccessKey", ""),
                Optional.ofNullable(now.get("sessionToken")));
    }

    String region() {
        return required("region");
    }

    Optional<URI> endpoint() {
        return text("endpoint").map(URI::create);
    }

    HistorySettings history() {
        var usual = HistorySettings.of(required("historyTable"));
        return new HistorySettings(
                usual.table(),
                text("partitionKeyName").orElse(usual.partitionKeyName()),
                text("sortKeyName").orElse(usual.sortKeyName()),
                text("partitionValue").orElse(usual.partitionValue()),
                text("firstVersion").map(Long::parseLong).orElse(usual.firstVersion()));
    }

    /**
     * What is asked of the engine.
     *
     * @param historyArn the ARN of the history's table
     */
    RunSettings run(String historyArn) {
        return new RunSettings(
                history(),
                historyArn,
                new PlannerSettings(
                        text("target").map(Long::parseLong),
                        number("emitFrom", 0),
                        is("outOfOrder"),
                        is("ignoreMissing"),
                        is("failOnDrift")),
                startingWith(TABLES),
                startingWith(PARAMETERS),
                new Throughput(number("readUnits", 0), number("writeUnits", 0)),
                number("maxRejected", 0),
                (int) number("workers", WORKERS),
                Duration.ofSeconds(number("settleDelaySeconds", goal().equals("rehearse") ? 0 : 5)));
    }

    /** How the lock is kept, and how long to wait for it. */
    LockSettings lock() {
        return LockSettings.direct(
                text("leaseMillis")
                        .map(millis -> Duration.ofMillis(Long.parseLong(millis)))
                        .orElse(LockSettings.DIRECT_LEASE),
                text("lockWaitSeconds")
                        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                        .orElse(LOCK_WAIT));
    }

    /** Who runs it, for people; a process adds what makes it unique. */
    String owner() {
        return text("owner").orElse("process");
    }

    /** Why something is done to the history; may be empty. */
    String why() {
        return text("why").orElse("");
    }

    /** The version that a baseline covers. */
    Optional<Long> baselineVersion() {
        return text("baselineVersion").map(Long::parseLong);
    }

    /** Which version a goal is about, if not the latest. */
    Optional<Long> version() {
        return text("target").map(Long::parseLong);
    }

    /** Whether a lock is to be taken from a holder that is gone. */
    boolean isForced() {
        return is("force");
    }

    /** Whether versions that are to be undone are known to have written different items. */
    boolean isDisjoint() {
        return is("disjoint");
    }

    /** What is to be repaired. */
    Set<Repair.Part> repair() {
        return Stream.of(text("repair").orElse("checksums,missing").split(","))
                .map(part -> Repair.Part.valueOf(part.strip().toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }

    /** The versions that the data of tables has, by logical table. */
    Map<String, Long> tableVersions() {
        var versions = new HashMap<String, Long>();
        startingWith("tableVersions.").forEach((table, version) -> versions.put(table, Long.parseLong(version)));
        return versions;
    }

    /** Whether a run succeeds only after a verify pass. */
    boolean isVerified() {
        return text("verify").filter("off"::equals).isEmpty();
    }

    boolean showsValues() {
        return is("showValues");
    }

    boolean isInteractive() {
        return is("interactive");
    }

    private boolean is(String name) {
        return text(name).map(Boolean::parseBoolean).orElse(false);
    }

    private long number(String name, long otherwise) {
        return text(name).map(Long::parseLong).orElse(otherwise);
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(texts.get(name)).filter(text -> !text.isBlank());
    }

    private String required(String name) {
        return text(name).orElseThrow(() -> new IllegalArgumentException("setting " + name + " is missing"));
    }

    private Map<String, String> startingWith(String prefix) {
        var found = new HashMap<String, String>();
        texts.forEach((name, text) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), text);
            }
        });
        return found;
    }
}
