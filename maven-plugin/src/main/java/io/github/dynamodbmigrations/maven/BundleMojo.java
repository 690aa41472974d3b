package io.github.dynamodbmigrations.maven;

import io.github.dynamodbmigrations.bundle.BundleRequest;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What the goals that put the code of migrations together have in common: what goes with the migrations. */
abstract class BundleMojo extends ProjectMojo {
    /**
     * Further files of the module's classes that go with the migrations: resources, and classes found by reflection.
     *
     * <p>Default: none; classes that a migration reaches go with it by themselves. Example:
     *
     * <pre>{@code
     * <includes>
     *   <include>com/example/prices/**</include>
     * </includes>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.includes")
    private List<String> includes = List.of();

    /**
     * Libraries that do not go with the migrations, as {@code group:artifact} with {@code *} for any part.
     *
     * <p>Default: none, all libraries of the scopes compile and runtime go with them. Example:
     *
     * <pre>{@code
     * <excludes>
     *   <exclude>org.springframework*:*</exclude>
     * </excludes>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.excludes")
    private List<String> excludes = List.of();

    BundleMojo(MavenProject project, MavenSession session, MojoExecution execution) {
        super(project, session, execution);
    }

    final BundleRequest bundle() {
        return bundle(includes, excludes);
    }
}
