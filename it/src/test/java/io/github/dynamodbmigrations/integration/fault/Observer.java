package io.github.dynamodbmigrations.integration.fault;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.checkpoint.Checkpoint;
import io.github.dynamodbmigrations.checkpoint.SegmentPass;
import io.github.dynamodbmigrations.dynamo.DynamoConnection;
import io.github.dynamodbmigrations.engine.EnginePorts;
import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.history.Run;
import io.github.dynamodbmigrations.integration.LocalDynamo;
import io.github.dynamodbmigrations.plan.RunPlan;
import io.github.dynamodbmigrations.scan.ItemKey;
import io.github.dynamodbmigrations.segment.Pace;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/** Watches a run from outside, by what it has written into its history. */
final class Observer {
    private static final Duration FRESH = Duration.ofMillis(100);

    private final Application application;
    private final EnginePorts ports;
    private final long version;
    private @Nullable RunPlan plan;
    private final Map<SegmentPass, Page> pages = new ConcurrentHashMap<>();
    private volatile List<String> inFlight = List.of();
    private long lookedAt;

    /**
     * What follows a checkpoint; read once for each, so that watching leaves the database to those who are watched.
     *
     * @param seq of the checkpoint
     * @param ids of the things on it
     */
    private record Page(long seq, List<String> ids) {}

    Observer(Application application, String historyTable, long version) {
        this.application = application;
        this.version = version;
        this.ports = DynamoConnection.open(
                        new DynamoConnection.Target(
                                "us-east-1",
                                Optional.of(LocalDynamo.endpoint()),
                                Optional.of(new DynamoConnection.Credentials("local", "local")),
                                Duration.ofSeconds(30)),
                        Clock.systemUTC(),
                        duration -> {},
                        () -> UUID.randomUUID().toString())
                .ports(HistorySettings.of(historyTable));
    }

    /** The share of the items that the first pass has looked at; one when it has ended, however many there were. */
    double progress(int size) {
        return run().filter(run -> run.pass() > 1).isPresent() ? 1 : share(size);
    }

    private double share(int size) {
        return pass(1).mapToLong(Checkpoint::evaluated).sum() / (double) size;
    }

    /** How often the run has been started or resumed. */
    int attempts() {
        return run().map(run -> run.attempts().size()).orElse(0);
    }

    /** The pass that the run is in; nothing before it has begun. */
    int pass() {
        return run().map(Run::pass).orElse(0);
    }

    /** Pages that a pass has finished. */
    long pages(int pass) {
        return pass(pass).mapToLong(Checkpoint::seq).sum();
    }

    /** Refused conditions of all passes so far. */
    long conflicts() {
        return IntStream.rangeClosed(1, pass())
                .boxed()
                .flatMap(this::pass)
                .mapToLong(checkpoint -> checkpoint.tally().conflicts())
                .sum();
    }

    /** What follows the checkpoints of segments that are being walked: it is read, and some of it not yet written. */
    List<String> inFlight() {
        var now = System.nanoTime();
        synchronized (this) {
            if (now - lookedAt < FRESH.toNanos()) {
                return inFlight;
            }
            lookedAt = now;
        }
        inFlight = pass(1).filter(checkpoint -> !checkpoint.done() && !checkpoint.checkedOut())
                .flatMap(checkpoint -> page(checkpoint).ids().stream())
                .toList();
        return inFlight;
    }

    private Page page(Checkpoint checkpoint) {
        return pages.compute(
                checkpoint.where(),
                (where, known) -> known != null && known.seq() == checkpoint.seq() ? known : read(checkpoint));
    }

    private Page read(Checkpoint checkpoint) {
        var request = ScanRequest.builder()
                .tableName(application.table().name())
                .segment(checkpoint.where().segment())
                .totalSegments(plan().map(RunPlan::totalSegments).orElseThrow())
                .projectionExpression("pk, sk")
                .limit(Pace.PAGE_ITEMS);
        checkpoint.lastKey().map(ItemKey::attributes).ifPresent(request::exclusiveStartKey);
        var ids = application.table().client().scan(request.build()).items().stream()
                .flatMap(item -> application.id(item).stream())
                .toList();
        return new Page(checkpoint.seq(), ids);
    }

    private Stream<Checkpoint> pass(int pass) {
        return plan().map(known -> ports.checkpoints().ofPass(version, known.rank(), pass).stream())
                .orElse(Stream.empty());
    }

    /** The plan is frozen with the run's first start. */
    private synchronized Optional<RunPlan> plan() {
        if (plan == null) {
            plan = run().map(run -> ports.plans().read(run.key())).orElse(null);
        }
        return Optional.ofNullable(plan);
    }

    private Optional<Run> run() {
        try {
            return ports.history().open().latest(version);
        } catch (MigrationException | SdkException notYet) {
            return Optional.empty();
        }
    }
}
