package io.github.dynamodbmigrations.bundle;

import io.github.dynamodbmigrations.model.MigrationModel;
import io.github.dynamodbmigrations.model.Problem;
import io.github.dynamodbmigrations.model.ProblemCode;
import io.github.dynamodbmigrations.model.ProjectModel;
import io.github.dynamodbmigrations.problem.ProblemException;
import io.github.dynamodbmigrations.project.Project;
import io.github.dynamodbmigrations.template.SamApplication;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Emits the application of a module's migrations below its target directory. */
public final class Packager {
    private static final int MANY_CHILDREN = 5;
    /** An estimate: what CloudFormation takes to find that a nested stack stays as it is. */
    private static final Duration SECONDS_PER_CHILD = Duration.ofSeconds(30);

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
        if (request.runnerOnly()) {
            requireNone(bundle.migrations());
        } else if (bundle.migrations().isEmpty() && bundle.found().problems().isEmpty()) {
            return emitNothing();
        }
        Bundle.require(bundle.problems(), warnings);
        var model = model(bundle);
        var templates = SamApplication.render(model);
        Bundle.require(templates.problems(), warnings);
        // A project without that file tells the SAM CLI by its command line, which is not known here.
        request.samconfig()
                .map(file -> new DeploymentCheck(file, request.environment()).problems(model))
                .ifPresent(problems -> Bundle.require(problems, warnings));
        warnOfManyChildren(bundle);
        var files =
                FileSet.ofTexts(templates.files()).with(bundle.code().files().below("code"));
        var outcome = Synchronizer.synchronize(project.application(), files);
        return report(bundle, outcome);
    }

    /** Each migration would run beside the function, and neither would know the other's versions. */
    private void requireNone(List<MigrationModel> migrations) {
        if (!migrations.isEmpty()) {
            throw new ProblemException(new Problem(
                    ProblemCode.BAD_PARAMETER,
                    "runnerOnly is for modules without a migration, and version "
                            + migrations.get(0).version() + " is one",
                    migrations.get(0).simpleName(),
                    "Leave <runnerOnly> out, or move the migrations to a module of their own."));
        }
    }

    private ProjectModel model(Bundle bundle) {
        return new ProjectModel(project.artifactId(), request.pluginVersion(), emitted(bundle), request.settings());
    }

    private List<MigrationModel> emitted(Bundle bundle) {
        return bundle.migrations().stream()
                .filter(migration -> migration.version() >= request.settings().emitFrom())
                .toList();
    }

    private void warnOfManyChildren(Bundle bundle) {
        var children = emitted(bundle).size();
        if (children >= MANY_CHILDREN) {
            warnings.accept(new Problem(
                    ProblemCode.MANY_CHILDREN,
                    children + " migrations are emitted, each as a nested stack that every deployment visits, about "
                            + SECONDS_PER_CHILD
                                    .multipliedBy(children)
                                    .plusSeconds(59)
                                    .toMinutes() + " minutes in all",
                    project.shown(project.application()),
                    "Leave out what has been applied wherever you deploy, with <emitFrom>, which mvn"
                            + " dynamodb-migrations:info proposes."));
        }
    }

    private List<String> emitNothing() {
        var none = new Problem(
                ProblemCode.NO_MIGRATIONS,
                "no class with @Migration",
                project.shown(project.classes()),
                "Create one with mvn dynamodb-migrations:create -Dname=<name>, or remove this goal from the module."
                        + " If a function of your own migrates, say <runnerOnly>true</runnerOnly>.");
        if (request.failIfNone()) {
            throw new ProblemException(none);
        }
        warnings.accept(none);
        Synchronizer.synchronize(project.application(), new FileSet(new TreeMap<>()));
        return List.of("nothing was emitted");
    }

    private List<String> report(Bundle bundle, Synchronizer.Outcome outcome) {
        var lines = new ArrayList<String>();
        lines.add(versions(emitted(bundle)));
        var code = bundle.code().files();
        lines.add("code/ holds " + Sizes.of(code.size()) + "; its largest parts: " + Sizes.largest(code));
        lines.add("application: " + project.shown(project.application()) + " ("
                + (outcome.written() + outcome.removed() == 0
                        ? "unchanged"
                        : outcome.written() + " files written, " + outcome.removed() + " removed")
                + ")");
        if (!request.runnerOnly()) {
            lines.add("next: mvn dynamodb-migrations:rehearse");
        }
        return List.copyOf(lines);
    }

    private String versions(List<MigrationModel> emitted) {
        if (request.runnerOnly()) {
            return "no migration: the version machine calls what the parameter RunnerFunction names";
        }
        if (emitted.isEmpty()) {
            return "no migration, since emitFrom is " + request.settings().emitFrom();
        }
        var first = emitted.get(0).version();
        return emitted.size() == 1
                ? "1 migration, version " + first
                : emitted.size() + " migrations, versions " + first + " to "
                        + emitted.get(emitted.size() - 1).version();
    }
}
