package io.github.dynamodbmigrations.bundle;

import io.github.dynamodbmigrations.connection.EnvironmentFile;
import io.github.dynamodbmigrations.model.Problem;
import io.github.dynamodbmigrations.model.ProblemCode;
import io.github.dynamodbmigrations.template.DeploymentWait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether {@code sam deploy} waits as long as the migrations may take.
 *
 * @param samconfig what it is told
 * @param environment which environment is deployed
 */
record DeploymentCheck(EnvironmentFile samconfig, String environment) {
    /** What the SAM CLI does if it is told nothing. */
    private static final long USUAL_MINUTES = 60;

    /** Sessions of an hour are usual, and a deployment does not begin at their first minute. */
    private static final long SAFE_MINUTES = 45;

    List<Problem> problems(Duration timeout, int migrations) {
        var needed = new DeploymentWait(timeout).maxWaitMinutes(migrations);
        var waiting = samconfig.waiting(environment);
        var problems = new ArrayList<Problem>();
        if (waiting.minutes().orElse(USUAL_MINUTES) < needed) {
            problems.add(new Problem(
                    ProblemCode.WAIT_TOO_SHORT,
                    "sam deploy gives up after "
                            + waiting.minutes().map(Object::toString).orElse("the usual " + USUAL_MINUTES)
                            + " minutes, and a first deployment of " + migrations + " migrations may take " + needed,
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
        return problems;
    }

    private String shown() {
        return samconfig.file().getFileName() + " [" + environment + ".deploy.parameters]";
    }
}
