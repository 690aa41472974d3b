package io.github.dynamodbmigrations.connection;

import io.github.dynamodbmigrations.dynamo.AwsIdentity;
import io.github.dynamodbmigrations.dynamo.DynamoConnection;
import io.github.dynamodbmigrations.dynamo.DynamoConnection.Credentials;
import io.github.dynamodbmigrations.dynamo.DynamoConnection.Target;
import io.github.dynamodbmigrations.engine.Workflow;
import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.model.ProblemCode;
import io.github.dynamodbmigrations.problem.ProblemException;
import io.github.dynamodbmigrations.throttle.Pause;
import io.github.dynamodbmigrations.workflow.SfnWorkflow;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Where a history and its tables are, and as whom they are reached.
 *
 * @param history the history's table and keys
 * @param region the region, if it was named
 * @param profile the profile of the AWS configuration files, if one was named
 * @param endpoint another endpoint than the service's
 * @param tables names or ARNs by logical table; a table that is missing here has its own name
 * @param tableRoles by logical table, the ARN of a role that is taken on for it
 * @param tableExports by logical table, the export that tells a deployment its name or ARN; nobody here reads it
 */
public record Connection(
        HistorySettings history,
        Optional<String> region,
        Optional<String> profile,
        Optional<URI> endpoint,
        Map<String, String> tables,
        Map<String, String> tableRoles,
        Map<String, String> tableExports) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String ANY_REGION = "us-east-1";
    private static final Credentials ANY_CREDENTIALS = new Credentials("local", "local");

    /** Copies the maps. */
    public Connection {
        tables = Map.copyOf(tables);
        tableRoles = Map.copyOf(tableRoles);
        tableExports = Map.copyOf(tableExports);
    }

    /** One whose tables are all reached by the caller, and known without an export. */
    public Connection(
            HistorySettings history,
            Optional<String> region,
            Optional<String> profile,
            Optional<URI> endpoint,
            Map<String, String> tables) {
        this(history, region, profile, endpoint, tables, Map.of(), Map.of());
    }

    /** Whether it leads to a database of this machine, which takes any region and credentials, and needs no confirmation. */
    public boolean isLocal() {
        return endpoint.filter(Endpoint::isLocal).isPresent();
    }

    /**
     * The region: the named one, else that of the AWS configuration.
     *
     * @throws io.github.dynamodbmigrations.MigrationException if there is none
     */
    public String knownRegion() {
        return region.orElseGet(() -> isLocal() ? ANY_REGION : identity().region());
    }

    /** The credentials as they are whenever this is asked, since temporary ones end before long runs do. */
    public Supplier<Credentials> credentials() {
        return isLocal() && profile.isEmpty()
                ? () -> ANY_CREDENTIALS
                : identity().credentials();
    }

    /**
     * The name or ARN of a logical table.
     *
     * @throws ProblemException if only an export says it
     */
    public String table(String logical) {
        var export = tableExports.get(logical);
        if (export != null && !tables.containsKey(logical)) {
            throw new ProblemException(
                    ProblemCode.TABLE_ONLY_EXPORTED,
                    "only the export " + export + " says what table " + logical
                            + " is called, and goals do not read it",
                    "parameter <tableExports>",
                    "Add -Ddynamodb-migrations.tables." + logical + "=$(aws cloudformation list-exports" + asked()
                            + " --query \"Exports[?Name=='" + export + "'].Value\" --output text), or " + logical
                            + "Table=<name> to parameter_overrides in samconfig.toml, which sam deploy passes over.");
        }
        return tables.getOrDefault(logical, logical);
    }

    /** Where and as whom, for a command of the AWS CLI. */
    private String asked() {
        return region.map(name -> " --region " + name).orElse("")
                + profile.map(name -> " --profile " + name).orElse("");
    }

    /** Whether somebody has named the table that a logical name stands for. */
    boolean names(String logical) {
        return tables.containsKey(logical);
    }

    /**
     * The same, with names of further tables.
     *
     * @param further the names, by logical table
     * @param known the logical tables that somebody knows, so that it does not matter any more what is exported of them
     */
    Connection naming(Map<String, String> further, Set<String> known) {
        var all = new HashMap<>(tables);
        all.putAll(further);
        var unknown = new HashMap<>(tableExports);
        unknown.keySet().removeAll(known);
        return new Connection(history, region, profile, endpoint, all, tableRoles, unknown);
    }

    /**
     * Connects, for requests of a goal itself.
     *
     * @param clock what time it is
     * @param pause how to wait
     * @param nonces makes values that never come twice
     */
    public DynamoConnection open(Clock clock, Pause pause, Supplier<String> nonces) {
        var target = new Target(Optional.of(knownRegion()), profile, endpoint, Optional.of(credentials()), PATIENCE)
                .through(tableRoles);
        return DynamoConnection.open(target, clock, pause, nonces);
    }

    /**
     * Connects to Step Functions, at the same endpoint if there is one.
     *
     * @param untold hears of each execution whose status could not be had, and why
     */
    public Workflow workflow(BiConsumer<String, String> untold) {
        return SfnWorkflow.open(knownRegion(), endpoint, Optional.of(credentials()), untold);
    }

    /** What the engine is told of it, as texts: the only thing that crosses the border of a class loader. */
    public Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        settings.put("region", knownRegion());
        endpoint.ifPresent(uri -> settings.put("endpoint", uri.toString()));
        settings.put("historyTable", history.table());
        settings.put("partitionKeyName", history.partitionKeyName());
        settings.put("sortKeyName", history.sortKeyName());
        settings.put("partitionValue", history.partitionValue());
        settings.put("firstVersion", Long.toString(history.firstVersion()));
        tables.forEach((logical, name) -> settings.put("tables." + logical, name));
        tableRoles.forEach((logical, role) -> settings.put("tableRoles." + logical, role));
        return settings;
    }

    /** The same to be handed over to the engine, asked before each request. */
    public Supplier<Map<String, String>> credentialTexts() {
        var source = credentials();
        return () -> {
            var now = source.get();
            var texts = new HashMap<String, String>();
            texts.put("accessKeyId", now.accessKeyId());
            texts.put("secretAccessKey", now.secretAccessKey());
            now.sessionToken().ifPresent(token -> texts.put("sessionToken", token));
            return texts;
        };
    }

    private AwsIdentity identity() {
        return new AwsIdentity(profile);
    }
}
