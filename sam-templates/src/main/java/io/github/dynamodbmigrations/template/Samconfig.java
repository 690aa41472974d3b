package io.github.dynamodbmigrations.template;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** The file {@code samconfig.toml} of a project whose migrations are a stack of their own; written once, then the user's. */
public final class Samconfig {
    private static final Pattern NO_LETTER = Pattern.compile("[^A-Za-z0-9]+");

    private Samconfig() {}

    /**
     * The text, with a comment on each choice.
     *
     * @param artifactId the project's, from which the stack's name is made
     * @param deploymentTimeout how long a deployment waits for one migration
     * @return the text
     */
    public static String text(String artifactId, Duration deploymentTimeout) {
        return """
                # How `sam deploy` deploys the migrations. Written once by dynamodb-migrations:create, and yours since then.
                version = 0.1

                [default.deploy.parameters]
                stack_name = "%s"
                template_file = "target/dynamodb-migrations/template.yaml"
                # region = "eu-west-1"

                # Uploads go to a bucket that the SAM CLI keeps for you.
                resolve_s3 = true

                # The stacks make roles (IAM) and hold nested SAM templates (AUTO_EXPAND).
                capabilities = "CAPABILITY_IAM CAPABILITY_AUTO_EXPAND"

                # Nothing to migrate is a success.
                confirm_changeset = false
                fail_on_empty_changeset = false

                # A first deployment that fails leaves no stack to delete by hand; the history is kept in any case.
                on_failure = "DELETE"

                # Minutes until the SAM CLI gives up: at least %d for each migration that a deployment runs.
                max_wait_duration = %d

                # Tables under other names than the migrations use, and limits:
                # parameter_overrides = "CustomersTable=prod-customers MaxWorkers=8 WriteUnits=200"

                # Temporary credentials may end before a long wait does; a role of CloudFormation's own does not.
                # role_arn = "arn:aws:iam::123456789012:role/deploy-migrations"

                # One section per environment, chosen with `sam deploy --config-env prod`:
                # [prod.deploy.parameters]
                """.formatted(stackName(artifactId), minutes(deploymentTimeout), minutes(deploymentTimeout));
    }

    /** A stack's name: letters, digits and hyphens, beginning with a letter. */
    static String stackName(String artifactId) {
        var words = NO_LETTER.matcher(artifactId).replaceAll("-");
        var name = (words.matches("[A-Za-z].*") ? words : "stack-" + words) + "-migrations";
        return name.replace("--", "-").replace("-migrations-migrations", "-migrations");
    }

    private static long minutes(Duration deploymentTimeout) {
        return DeploymentWait.maxWaitMinutes(List.of(deploymentTimeout));
    }
}
