package io.github.dynamodbmigrations.template;

import io.github.dynamodbmigrations.model.MigrationModel;
import io.github.dynamodbmigrations.model.Problem;
import io.github.dynamodbmigrations.model.ProblemCode;
import io.github.dynamodbmigrations.model.ProjectModel;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The emitted application: every file but the code. */
public final class SamApplication {
    private SamApplication() {}

    /** Renders a project; if that is not possible, all problems and no file. */
    public static Rendering render(ProjectModel project) {
        var problems = new ArrayList<Problem>(TextProblems.of(project));
        problems.addAll(NameProblems.of(project));
        problems.addAll(problemsOfWait(project));
        project.migrations().forEach(migration -> problems.addAll(problemsOfGrants(migration)));
        if (!problems.isEmpty()) {
            return new Rendering(new TreeMap<>(), problems);
        }
        var application = new Application(project);
        problems.addAll(application.problems());
        return new Rendering(problems.isEmpty() ? application.files() : new TreeMap<>(), problems);
    }

    /** The name of the emitted parameter that gives a logical table's name or ARN. */
    public static String tableParameter(String table) {
        return LogicalName.ofTable(table);
    }

    private static List<Problem> problemsOfWait(ProjectModel project) {
        var timeout = project.settings().deploymentTimeout();
        if (DeploymentWait.of(timeout).isPossible()) {
            return List.of();
        }
        var what = "a deployment cannot wait %d minutes for a migration".formatted(timeout.toMinutes());
        var remedy = "Set it to 1 to %d minutes.".formatted(DeploymentWait.LONGEST.toMinutes());
        return List.of(new Problem(ProblemCode.BAD_TIMEOUT, what, "<deploymentTimeout>", remedy));
    }

    private static List<Problem> problemsOfGrants(MigrationModel migration) {
        if (migration.grants().isEmpty()) {
            return List.of();
        }
        return GrantsDocument.refusal(migration.grants().get())
                .map(refusal -> new Problem(
                        ProblemCode.BAD_GRANTS,
                        "the policy file of @Grants cannot be emitted, since " + refusal,
                        migration.simpleName(),
                        "Grant named actions on named resources."))
                .stream()
                .toList();
    }
}
