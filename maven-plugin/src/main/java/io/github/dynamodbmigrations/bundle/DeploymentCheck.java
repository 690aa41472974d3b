package io.github.dynamodbmigrations.bundle;

import io.github.dynamodbmigrations.connection.EnvironmentFile;
import io.github.dynamodbmigrations.model.MigrationModel;
import io.github.dynamodbmigrations.model.Problem;
import io.github.dynamodbmigrations.model.ProblemCode;
import io.github.dynamodbmigrations.model.ProjectModel;
import io.github.dynamodbmigrations.template.DeploymentWait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether {@code sam deploy} waits as long as the migrations may take, and may do what they need.
 *
 * @param samconfig what it is told
 * @param environment which environment is deployed
 */
record DeploymentCheck(EnvironmentFile samconfig, String environment) {
    /** What the SAM CLI does if it is told nothing. */
    private static final long USUAL_MINUTES = 60;

    /** Sessions of an hour are usual, and a deployment does not begin at their first minute. */
    private static final long SAFE_MINUTES = 45;

    private static final String IAM = "CAPABILITY_IAM";
    private static final Set<String> CAPABILITIES = Set.of("CAPABILITY_AUTO_EXPAND", IAM);
    private static final String MORE_THAN_IAM = "CAPABILITY_NAMED_IAM";

    List<Problem> problems(ProjectModel project) {
        var problems = new ArrayList<>(problems(
                project.migrations().stream().map(project::deploymentTimeout).toList()));
        project.migrations().forEach(migration -> ledgerWithRole(migration).ifPresent(problems::add));
        return problems;
    }

    /** The markers lie beside the history, and DynamoDB's transactions have one caller. */
    private Optional<Problem> ledgerWithRole(MigrationModel migration) {
        return migration
                .table()
                .filter(table -> migration.guard() == MigrationModel.Guard.LEDGER)
                .flatMap(table -> Optional.ofNullable(
                        samconfig.environment(environment).tableRoles().get(table)))
                .map(
                        role -> new Problem(
                                ProblemCode.LEDGER_WITH_ROLE,
                                migration.simpleName()
                                        + " declares @Guard(LEDGER), and its table is reached by the role " + role
                                        + ": no transaction spans both",
                                shown(),
                                "Declare @Guard(ITEM), or keep the history in the table's account and deploy there, without a role."));
    }

    /** For migrations whose deployment waits so long for each. */
    List<Problem> problems(Collection<Duration> timeouts) {
        if (timeouts.isEmpty()) {
            return List.of();
        }
        var needed = DeploymentWait.maxWaitMinutes(timeouts);
        var waiting = samconfig.waiting(environment);
        var problems = new ArrayList<Problem>();
        var minutes = waiting.minutes();
        if (minutes.orElse(USUAL_MINUTES) < needed) {
            problems.add(new Problem(
                    ProblemCode.WAIT_TOO_SHORT,
                    "sam deploy gives up after "
                            + minutes.map(Object::toString).orElse("the usual " + USUAL_MINUTES)
                            + " minutes, and a first deployment of " + timeouts.size() + " migrations may take "
                            + needed,
                    shown(),
                    "Write there: max_wait_duration = " + needed));
        }
        if (needed > SAFE_MINUTES && !waiting.hasRole()) {
            problems.add(new Problem(
                    ProblemCode.CREDENTIALS_MAY_END,
                    "temporary credentials may end before a deployment of up to " + needed + " minutes does",
                    shown(),
                    "Write there, with a role that CloudFormation may assume: role_arn = \"<its ARN>\""));
        }
        if (!isAllowed(waiting.capabilities())) {
            problems.add(new Problem(
                    ProblemCode.CAPABILITY_MISSING,
                    "the stacks make roles and hold nested SAM templates, which CloudFormation refuses unless it is allowed",
                    shown(),
                    "Write there: capabilities = \"CAPABILITY_IAM CAPABILITY_AUTO_EXPAND\""));
        }
        return problems;
    }

    private static boolean isAllowed(Set<String> capabilities) {
        return CAPABILITIES.stream()
                .allMatch(capability -> capabilities.contains(capability)
                        || (capability.equals(IAM) && capabilities.contains(MORE_THAN_IAM)));
    }

    private String shown() {
        return samconfig.file().getFileName() + " [" + environment + ".deploy.parameters]";
    }
}
