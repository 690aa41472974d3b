package io.github.dynamodbmigrations.bundle;

import io.github.dynamodbmigrations.model.Problem;
import io.github.dynamodbmigrations.model.ProblemCode;
import io.github.dynamodbmigrations.model.ProjectModel;
import io.github.dynamodbmigrations.problem.ProblemException;
import io.github.dynamodbmigrations.project.Project;
import io.github.dynamodbmigrations.template.SamApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Emits the application of a module's migrations below its target directory. */
public final class Packager {
    private final PackageRequest request;
    private final Project project;
    private final Consumer<Problem> warnings;

    private Packager(PackageRequest request, Consumer<Problem> warnings) {
        this.request = request;
        this.project = request.bundle().project();
        this.warnings = warnings;
    }

    /**
     * Emits it.
     *
     * @param request what to emit
     * @param warnings takes what does not stop it
     * @return what users are told, line by line
     * @throws ProblemException with all problems at once; nothing is written then
     */
    public static List<String> run(PackageRequest request, Consumer<Problem> warnings) {
        return new Packager(request, warnings).run();
    }

    private List<String> run() {
        CompiledSources.require(project, "package");
        var bundle = Bundle.read(request.bundle());
        if (bundle.migrations().isEmpty() && bundle.found().problems().isEmpty()) {
            return emitNothing();
        }
        Bundle.require(bundle.problems(), warnings);
        var model = model(bundle);
        var templates = SamApplication.render(model);
        Bundle.require(templates.problems(), warnings);
        request.samconfig()
                .map(file -> new DeploymentCheck(file, request.environment()))
                .map(check -> check.problems(
                        request.settings().deploymentTimeout(),
                        model.migrations().size()))
                .ifPresent(problems -> problems.forEach(warnings));
        var files =
                FileSet.ofTexts(templates.files()).with(bundle.code().files().below("code"));
        var outcome = Synchronizer.synchronize(project.application(), files);
        return report(bundle, outcome);
    }

    private ProjectModel model(Bundle bundle) {
        var emitted = bundle.migrations().stream()
                .filter(migration -> migration.version() >= request.settings().emitFrom())
                .toList();
        return new ProjectModel(project.artifactId(), request.pluginVersion(), emitted, request.settings());
    }

    private List<String> emitNothing() {
        var none = new Problem(
                ProblemCode.NO_MIGRATIONS,
                "no class with @Migration",
                project.shown(project.classes()),
                "Create one with mvn dynamodb-migrations:create -Dname=<name>, or remove this goal from the module.");
        if (request.failIfNone()) {
            throw new ProblemException(none);
        }
        warnings.accept(none);
        Synchronizer.synchronize(project.application(), new FileSet(new TreeMap<>()));
        return List.of("nothing was emitted");
    }

    private List<String> report(Bundle bundle, Synchronizer.Outcome outcome) {
        var lines = new ArrayList<String>();
        var migrations = bundle.migrations();
        lines.add(
                migrations.size() + " migrations, versions " + migrations.get(0).version() + " to "
                        + migrations.get(migrations.size() - 1).version());
        var code = bundle.code().files();
        lines.add("code/ holds " + Sizes.of(code.size()) + "; its largest parts: " + Sizes.largest(code));
        lines.add("application: " + project.shown(project.application()) + " ("
                + (outcome.written() + outcome.removed() == 0
                        ? "unchanged"
                        : outcome.written() + " files written, " + outcome.removed() + " removed")
                + ")");
        lines.add("next: mvn dynamodb-migrations:rehearse");
        return List.copyOf(lines);
    }
}
