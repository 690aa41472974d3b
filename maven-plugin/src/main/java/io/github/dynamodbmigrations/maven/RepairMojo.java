package io.github.dynamodbmigrations.maven;

import java.util.HashMap;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Brings what the history says in line with what there is, and says line by line what it did and what it left. Nothing that
 * a run has recorded is changed: what is said anew is appended, with who said it and why.
 *
 * <pre>{@code mvn process-classes dynamodb-migrations:repair -Ddynamodb-migrations.why="only the formatting changed"}</pre>
 *
 * @since 0.1.0
 */
@Mojo(name = "repair", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class RepairMojo extends AbstractAmendingMojo {
    /**
     * What is repaired: {@code checksums} (applied versions get the checksums of the code that there is now),
     * {@code missing} (applied versions may lack their classes), {@code tables} (a logical name stands for the table that
     * it names now, which was recreated, cloned or restored),
     * {@code guards} (items may carry guards of other histories), {@code rejects} and {@code unproven} (items that the latest run left
     * alone count as they are).
     *
     * <p>Default: {@code checksums,missing}. Example:
     *
     * <pre>{@code -Ddynamodb-migrations.repair=rejects}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.repair", defaultValue = "checksums,missing")
    private @Nullable String repair;

    /**
     * By logical table, the version that its data has, if it was recreated, cloned or restored from a backup: later versions
     * are applied again. Needed with {@code repair=tables} where another table took the place of one that was migrated.
     *
     * <p>Default: none. Example:
     *
     * <pre>{@code -Ddynamodb-migrations.tableVersions.Customers=4}</pre>
     *
     * @since 0.1.0
     */
    @Parameter
    private Map<String, String> tableVersions = Map.of();

    @Inject
    RepairMojo(MavenProject project, MavenSession session, MojoExecution execution) {
        super(project, session, execution);
    }

    @Override
    void run() {
        var settings = new HashMap<String, String>();
        settings.put("repair", String.valueOf(repair));
        build().givenByName("tableVersions", tableVersions)
                .forEach((table, version) ->
                        settings.put("tableVersions." + table, Long.toString(Numbers.parse("tableVersions", version))));
        amend("repair", settings);
    }
}
