package io.github.dynamodbmigrations.maven;

import io.github.dynamodbmigrations.launch.Endpoint;
import io.github.dynamodbmigrations.launch.Rehearsal;
import io.github.dynamodbmigrations.launch.RehearsalRequest;
import java.io.File;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Runs the module's migrations on DynamoDB Local: makes the tables that the project's template declares, loads fixtures,
 * and migrates them with exactly the code that {@code package} emits. Fails if anything goes wrong, and if a second walk
 * over a migrated table would still change it.
 *
 * <p>DynamoDB Local is resolved by this build under its own licence, which asks for an AWS account, and runs as a process
 * of its own, in memory. It listens on all network interfaces until the rehearsal ends.
 *
 * <pre>{@code mvn process-classes dynamodb-migrations:rehearse}</pre>
 *
 * @since 0.1.0
 */
@Mojo(
        name = "rehearse",
        defaultPhase = LifecyclePhase.INTEGRATION_TEST,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public final class RehearseMojo extends AbstractRunMojo {
    /**
     * The project's SAM or CloudFormation template, which declares its tables.
     *
     * <p>Default: {@code template.yaml}, {@code template.yml} or {@code template.json} beside the POM or above it.
     * Example:
     *
     * <pre>{@code <templateFile>infrastructure/template.yaml</templateFile>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.templateFile")
    private @Nullable File templateFile;

    /**
     * The directory of fixtures. For a table {@code Customers} it may hold {@code Customers.jsonl} (an item a line, as
     * plain JSON), {@code Customers.dynamodb.jsonl} (an item a line in DynamoDB's own JSON), either with {@code .gz}, and
     * {@code Customers.table.json} (its keys and indexes, as CreateTable takes them, where no template says them).
     *
     * <p>Default: {@code src/test/dynamodb}. Example:
     *
     * <pre>{@code <fixtures>src/rehearsal</fixtures>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.fixtures", defaultValue = "${project.basedir}/src/test/dynamodb")
    private File fixtures = new File("src/test/dynamodb");

    /**
     * By logical table, what the template calls it: a logical id or a table name. Needed only where that is neither the
     * logical name nor the same with {@code Table}. One of them on the command line:
     * {@code -Ddynamodb-migrations.tables.Customers=People}.
     *
     * <p>Default: none. Example:
     *
     * <pre>{@code
     * <tables>
     *   <Customers>People</Customers>
     * </tables>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter
    private Map<String, String> tables = Map.of();

    /**
     * A database to use instead of starting DynamoDB Local. Its tables named {@code rehearsal-*} are made anew, and stay.
     *
     * <p>Default: none. Example:
     *
     * <pre>{@code -Ddynamodb-migrations.endpoint=http://localhost:8000}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.endpoint")
    private @Nullable String endpoint;

    /**
     * Whether {@code endpoint} may be on another machine.
     *
     * <p>Default: {@code false}. Example:
     *
     * <pre>{@code -Ddynamodb-migrations.allowRemoteEndpoint}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.allowRemoteEndpoint", defaultValue = "false")
    private boolean allowRemoteEndpoint;

    /**
     * The version of {@code com.amazonaws:DynamoDBLocal}.
     *
     * <p>Default: {@code 2.6.1}. Example:
     *
     * <pre>{@code <dynamodbLocalVersion>2.6.0</dynamodbLocalVersion>}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.dynamodbLocalVersion", defaultValue = "2.6.1")
    private String dynamodbLocalVersion = "2.6.1";

    private final LocalResolution resolution;

    @Inject
    RehearseMojo(MavenProject project, MavenSession session, MojoExecution execution, RepositorySystem system) {
        super(project, session, execution);
        this.resolution = new LocalResolution(system, session, project);
    }

    @Override
    void run() {
        reactor().requireOneModuleWithMigrations("rehearse");
        if (reactor().passesOver()) {
            getLog().info("passed over, since this module has no migrations");
            return;
        }
        var request = new RehearsalRequest(
                bundle(),
                settings(),
                engine(),
                template(templateFile),
                fixtures.toPath(),
                withCommandLine("tables.", tables),
                Optional.ofNullable(endpoint).map(text -> Endpoint.of(text, allowRemoteEndpoint)),
                () -> resolution.resolve(dynamodbLocalVersion));
        new Rehearsal(request, getLog()::info, getLog()::warn, Terminal.out()).run();
    }
}
