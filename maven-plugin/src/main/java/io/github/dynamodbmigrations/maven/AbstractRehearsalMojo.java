package io.github.dynamodbmigrations.maven;

import io.github.dynamodbmigrations.connection.Environment;
import io.github.dynamodbmigrations.launch.RehearsalRequest;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What a goal that runs migrations on fixtures is told: where these are, and what the tables look like. */
abstract class AbstractRehearsalMojo extends AbstractRunMojo {
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

    AbstractRehearsalMojo(MavenProject project, MavenSession session, MojoExecution execution) {
        super(project, session, execution);
    }

    /** The request; the files of a version of DynamoDB Local are asked for only if it is started. */
    final RehearsalRequest rehearsal(Function<String, List<Path>> localFiles) {
        return new RehearsalRequest(
                bundle(),
                history(Optional.empty()),
                engine(Environment.NONE),
                build().template(templateFile),
                fixtures.toPath(),
                tables(),
                endpoint(),
                () -> localFiles.apply(dynamodbLocalVersion));
    }
}
