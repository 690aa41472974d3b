package io.github.dynamodbmigrations.maven;

import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What the goals that know of tables have in common: what these are called, who says so, and by which roles they are reached. */
abstract class AbstractTablesMojo extends AbstractHistoryMojo {
    /**
     * By logical table, its name or ARN; for {@code rehearse}, what the template calls it: a logical id or a table name.
     * Needed where that is not the logical name itself and the history does not know the table yet. One of them on the command line:
     * {@code -Ddynamodb-migrations.tables.Customers=prod-customers}.
     *
     * <p>Default: what the environment says, else the table that the history is bound to, else the logical name; for
     * {@code rehearse} the logical name. Example:
     *
     * <pre>{@code
     * <tables>
     *   <Customers>prod-customers</Customers>
     * </tables>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter
    private Map<String, String> tables = Map.of();

    /**
     * By logical table, the ARN of a role that is taken on to reach it, for a table of another account. One of them on the
     * command line: {@code -Ddynamodb-migrations.tableRoles.Customers=arn:aws:iam::222222222222:role/migrations}.
     *
     * <p>Default: none, tables are reached as the caller. Example:
     *
     * <pre>{@code
     * <tableRoles>
     *   <Customers>arn:aws:iam::222222222222:role/migrations</Customers>
     * </tableRoles>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter
    private Map<String, String> tableRoles = Map.of();

    /**
     * By logical table, the name of the CloudFormation export that holds its name or ARN; in the emitted template it replaces
     * the parameter. No goal reads exports: until the history knows the table, name it with {@code tables}, too.
     *
     * <p>Default: none, tables are parameters. Example:
     *
     * <pre>{@code
     * <tableExports>
     *   <Customers>shop-customers-table</Customers>
     * </tableExports>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter
    private Map<String, String> tableExports = Map.of();

    AbstractTablesMojo(MavenProject project, MavenSession session) {
        super(project, session);
    }

    /** Only what was given, without what an environment says. */
    final Map<String, String> tables() {
        return build().givenByName("tables", tables);
    }

    /** The same of roles. */
    final Map<String, String> tableRoles() {
        return build().givenByName("tableRoles", tableRoles);
    }

    final Map<String, String> tableExports() {
        return tableExports;
    }
}
