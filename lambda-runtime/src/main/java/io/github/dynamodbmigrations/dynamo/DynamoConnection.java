package io.github.dynamodbmigrations.dynamo;

import io.github.dynamodbmigrations.checkpoint.SegmentPass;
import io.github.dynamodbmigrations.engine.EnginePorts;
import io.github.dynamodbmigrations.engine.ItemAccess;
import io.github.dynamodbmigrations.history.HistoryId;
import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.history.Holding;
import io.github.dynamodbmigrations.history.Lock;
import io.github.dynamodbmigrations.history.LockState;
import io.github.dynamodbmigrations.history.TableIdentity;
import io.github.dynamodbmigrations.plan.GuardMode;
import io.github.dynamodbmigrations.plan.LedgerPlace;
import io.github.dynamodbmigrations.plan.RunPlan;
import io.github.dynamodbmigrations.scan.KeySchema;
import io.github.dynamodbmigrations.scan.PageSource;
import io.github.dynamodbmigrations.throttle.Concurrency;
import io.github.dynamodbmigrations.throttle.Pause;
import io.github.dynamodbmigrations.trigger.TriggerStore;
import io.github.dynamodbmigrations.versions.VersionStore;
import io.github.dynamodbmigrations.write.ItemWriter;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A client of DynamoDB, and the adapters that share it. */
public final class DynamoConnection implements AutoCloseable {
    private final DynamoDbClient client;
    private final TableClients tables;
    private final Clock clock;
    private final Pause pause;
    private final Supplier<String> nonces;

    /**
     * Where to connect to.
     *
     * @param region the region; empty for the SDK's default chain
     * @param profile a profile of the AWS configuration files; empty for the default chain
     * @param endpoint another endpoint than the service's
     * @param credentials asked before each request; empty for the SDK's default chain
     * @param callTimeout after which a request counts as unanswered, further tries of the SDK included
     * @param tableRoles by logical table, the ARN of a role that is taken on for it; all other requests are the caller's own
     */
    public record Target(
            Optional<String> region,
            Optional<String> profile,
            Optional<URI> endpoint,
            Optional<Supplier<Credentials>> credentials,
            Duration callTimeout,
            Map<String, String> tableRoles) {
        /** Leaves out roles that are empty, as templates write none. */
        public Target {
            tableRoles = tableRoles.entrySet().stream()
                    .filter(role -> !role.getValue().isBlank())
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        }

        /** One whose tables are all reached by the caller. */
        public Target(
                Optional<String> region,
                Optional<String> profile,
                Optional<URI> endpoint,
                Optional<Supplier<Credentials>> credentials,
                Duration callTimeout) {
            this(region, profile, endpoint, credentials, callTimeout, Map.of());
        }

        /** The same, with roles for some tables. */
        public Target through(Map<String, String> roles) {
            return new Target(region, profile, endpoint, credentials, callTimeout, roles);
        }

        /** The same place as somebody else. */
        Target as(Supplier<Credentials> other) {
            return new Target(region, Optional.empty(), endpoint, Optional.of(other), callTimeout);
        }

        /** Tells a client its region and its credentials. */
        void reach(AwsClientBuilder<?, ?> builder) {
            region.map(Region::of).ifPresent(builder::region);
            credentials.ifPresent(
                    source -> builder.credentialsProvider(() -> source.get().resolved()));
        }

        /** A region that is known, without a profile, and credentials that do not change. */
        public Target(String region, Optional<URI> endpoint, Optional<Credentials> credentials, Duration callTimeout) {
            this(Optional.of(region), Optional.empty(), endpoint, credentials.map(fixed -> () -> fixed), callTimeout);
        }
    }

    /**
     * What requests are signed with.
     *
     * @param accessKeyId public
     * @param secretAccessKey secret
     * @param sessionToken of temporary credentials
     */
    public record Credentials(String accessKeyId, String secretAccessKey, Optional<String> sessionToken) {
        /** Credentials that last. */
        public Credentials(String accessKeyId, String secretAccessKey) {
            this(accessKeyId, secretAccessKey, Optional.empty());
        }

        /** As the SDK found them. */
        static Credentials of(AwsCredentials found) {
            return new Credentials(
                    found.accessKeyId(),
                    found.secretAccessKey(),
                    found instanceof AwsSessionCredentials session
                            ? Optional.of(session.sessionToken())
                            : Optional.empty());
        }

        /** As the SDK takes them. */
        public AwsCredentials resolved() {
            return sessionToken
                    .<AwsCredentials>map(token -> AwsSessionCredentials.create(accessKeyId, secretAccessKey, token))
                    .orElseGet(() -> AwsBasicCredentials.create(accessKeyId, secretAccessKey));
        }

        /** Shows no secret. */
        @Override
        public String toString() {
            return "credentials " + accessKeyId;
        }
    }

    private DynamoConnection(Target target, Clock clock, Pause pause, Supplier<String> nonces) {
        this.client = client(target);
        this.tables = new TableClients(client, target);
        this.clock = clock;
        this.pause = pause;
        this.nonces = nonces;
    }

    /**
     * Connects.
     *
     * @param target where to
     * @param clock what time it is
     * @param pause how to wait
     * @param nonces makes values that never come twice: random UUIDs
     * @return the connection
     */
    public static DynamoConnection open(Target target, Clock clock, Pause pause, Supplier<String> nonces) {
        return new DynamoConnection(target, clock, pause, nonces);
    }

    static DynamoDbClient client(Target target) {
        return client(target, UrlConnectionHttpClient.create());
    }

    static DynamoDbClient client(Target target, SdkHttpClient http) {
        var builder = DynamoDbClient.builder().httpClient(http).overrideConfiguration(override -> {
            override.retryStrategy(OwnTries.STRATEGY)
                    .apiCallTimeout(target.callTimeout())
                    .addExecutionInterceptor(new ConsistentReads());
            target.profile().ifPresent(override::defaultProfileName);
        });
        target.reach(builder);
        target.endpoint().ifPresent(builder::endpointOverride);
        return builder.build();
    }

    /** The table of a history. */
    public HistoryTable historyTable(HistorySettings settings) {
        return new HistoryTable(client, settings, pause);
    }

    /**
     * Everything that the engine talks to.
     *
     * @param settings where the history is kept
     * @return the ports
     */
    public EnginePorts ports(HistorySettings settings) {
        var items = new HistoryItems(client, settings, pause);
        var lock = new DynamoLock(items, clock, nonces);
        return new EnginePorts(
                new DynamoHistory(items, clock, this::newHistoryId),
                lock,
                new DynamoControls(items),
                new DynamoRunLog(items, clock, nonces),
                new DynamoPlanStore(items),
                new DynamoCheckpointStore(items, missing -> markUnclean(lock, missing)),
                epoch -> new DynamoRejectLog(items, epoch),
                new DynamoTaskMarkers(items),
                new DynamoTables(tables::of, pause),
                itemAccess(settings),
                new DynamoAmendments(items, clock),
                new DynamoRejectLog(items, 0));
    }

    /** What remembers the trigger resources of a history's deployments. */
    public TriggerStore triggers(HistorySettings settings) {
        return new DynamoTriggerStore(new HistoryItems(client, settings, pause), clock);
    }

    /** What the version machine remembers in a history. */
    public VersionStore versions(HistorySettings settings) {
        return new DynamoVersionStore(new HistoryItems(client, settings, pause), clock);
    }

    private ItemAccess itemAccess(HistorySettings settings) {
        return new ItemAccess() {
            @Override
            public PageSource source(RunPlan plan, Concurrency concurrency) {
                return new DynamoPageSource(clientOf(plan), plan, concurrency);
            }

            @Override
            public ItemWriter writer(RunPlan plan) {
                refuseLedgerByRole(plan);
                var markers = plan.guard() == GuardMode.LEDGER
                        ? Optional.of(new LedgerMarkers(
                                settings.table(),
                                new KeySchema(settings.partitionKeyName(), Optional.of(settings.sortKeyName())),
                                settings.partitionValue(),
                                plan.version(),
                                plan.rank(),
                                plan.undoing()))
                        : Optional.<LedgerMarkers>empty();
                return new DynamoItemWriter(clientOf(plan), plan, markers, pause);
            }
        };
    }

    private DynamoDbClient clientOf(RunPlan plan) {
        return plan.table().map(TableIdentity::logical).map(tables::of).orElse(client);
    }

    /** One transaction has one caller, and the history is not the role's. */
    private void refuseLedgerByRole(RunPlan plan) {
        plan.table()
                .filter(table -> plan.guard() == GuardMode.LEDGER && tables.isOther(table.logical()))
                .ifPresent(table -> {
                    throw LedgerPlace.elsewhere("version " + plan.version(), table, "a role of its own reaches it");
                });
    }

    /** A worker that had not let go of its segment was found missing: the present holder may go on, other runs wait. */
    private void markUnclean(Lock lock, SegmentPass missing) {
        var state = lock.read();
        state.holder()
                .ifPresent(holder -> holder.work()
                        .filter(work -> work.run().version() == missing.version()
                                && work.run().rank() == missing.rank())
                        .ifPresent(work -> lock.markUnclean(
                                new Holding(holder.owner(), state.epoch()),
                                new LockState.Unclean(nonces.get(), holder.longestLife(), work))));
    }

    private HistoryId newHistoryId() {
        return new HistoryId(nonces.get().substring(0, 8));
    }

    @Override
    public void close() {
        tables.close();
        client.close();
    }
}
