package io.github.dynamodbmigrations.maven;

import io.github.dynamodbmigrations.bundle.Bundle;
import io.github.dynamodbmigrations.policy.Permissions;
import io.github.dynamodbmigrations.policy.PolicyRequest;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Prints the IAM policy that a person or a pipeline needs for a goal, or for deploying, with the tables and the history of
 * this project. Asks nobody: what is not known is a {@code *}.
 *
 * <pre>{@code mvn dynamodb-migrations:policy -Ddynamodb-migrations.for=migrate}</pre>
 *
 * @since 0.1.0
 */
@Mojo(name = "policy", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class PolicyMojo extends AbstractReportMojo {
    /**
     * What the policy is for: a goal that reaches a history, or {@code deploy}.
     *
     * <p>Default: {@code migrate}. Example:
     *
     * <pre>{@code -Ddynamodb-migrations.for=deploy}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.for", defaultValue = "migrate")
    private String subject = "migrate";

    /**
     * The number of the account that the policy is for.
     *
     * <p>Default: that of the tables that are given as ARNs, else any. Example:
     *
     * <pre>{@code -Ddynamodb-migrations.account=111122223333}</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "dynamodb-migrations.account")
    private @Nullable String account;

    @Inject
    PolicyMojo(MavenProject project, MavenSession session, MojoExecution execution) {
        super(project, session, execution);
    }

    @Override
    void run() {
        if (isMeant("policy")) {
            var migrations = Bundle.discover(bundle()).migrations();
            show(Permissions.of(
                    new PolicyRequest(subject, migrations, connection(), environment(), Optional.ofNullable(account))));
        }
    }
}
