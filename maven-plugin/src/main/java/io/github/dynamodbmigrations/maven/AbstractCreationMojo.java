package io.github.dynamodbmigrations.maven;

import io.github.dynamodbmigrations.scaffold.CreateRequest;
import java.io.File;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What is to be said of a migration that is created. */
abstract class AbstractCreationMojo extends AbstractMigrationsMojo {
    /**
     * What the migration does, in a few words; its class is named so. On the command line also {@code -Dname}.
     *
     * <p>Default: none, it must be given. Example:
     *
     * <pre>{@code -Dname=SplitFullName}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.name")
    private @Nullable String name;

    /**
     * What the migration implements: {@code item}, {@code reversible} or {@code task}. On the command line also
     * {@code -Dkind}.
     *
     * <p>Default: {@code item}. Example:
     *
     * <pre>{@code -Dkind=reversible}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.kind", defaultValue = "item")
    private String kind = "item";

    /**
     * The logical name of the table. On the command line also {@code -Dtable}.
     *
     * <p>Default: that of the newest migration, else the only table of the project's template. Example:
     *
     * <pre>{@code -Dtable=Customers}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.table")
    private @Nullable String table;

    /**
     * The version. On the command line also {@code -Dversion}.
     *
     * <p>Default: the next one. Example:
     *
     * <pre>{@code -Dversion=20}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.version")
    private @Nullable String version;

    /**
     * The package. On the command line also {@code -Dpackage}.
     *
     * <p>Default: that of the newest migration, else the project's group id with {@code .migrations}. Example:
     *
     * <pre>{@code -Dpackage=com.example.migrations}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.package")
    private @Nullable String packageName;

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

    AbstractCreationMojo(MavenProject project, MavenSession session) {
        super(project, session);
    }

    final CreateRequest request() {
        return new CreateRequest(
                Projects.read(build().project()),
                build().root(),
                given("name", name),
                given("kind", kind).orElseThrow(),
                given("table", table),
                given("version", version),
                given("package", packageName),
                firstVersion(),
                Projects.hasJunit(build().project()),
                build().template(templateFile));
    }

    private Optional<String> given(String shortName, @Nullable String parameter) {
        return build().commandLine(shortName).or(() -> Optional.ofNullable(parameter));
    }
}
