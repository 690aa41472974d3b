package io.github.dynamodbmigrations.maven;

import io.github.dynamodbmigrations.model.ProblemCode;
import io.github.dynamodbmigrations.problem.ProblemException;
import io.github.dynamodbmigrations.project.SourceMigrations;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** The modules of the running build. */
record Reactor(MavenSession session, MavenProject current) {
    /** Stops if the goal would run in more than one module. */
    void requireOneModule(String goal) {
        var modules = session.getProjects().stream()
                .filter(module -> !module.getPackaging().equals("pom"))
                .toList();
        if (session.getProjects().size() > 1) {
            refuse(goal, modules.isEmpty() ? session.getProjects() : modules, "would run in every module of the build");
        }
    }

    /** Stops if more than one module of this build has migrations. */
    void requireOneModuleWithMigrations(String goal) {
        if (session.getProjects().size() > 1) {
            var modules = session.getProjects().stream()
                    .filter(Reactor::hasMigrations)
                    .toList();
            if (modules.size() > 1) {
                refuse(goal, modules, "would run for several modules that have migrations");
            }
        }
    }

    /** Whether this module is one of several and has no migration: a goal then passes it over. */
    boolean passesOver() {
        return session.getProjects().size() > 1 && !hasMigrations(current);
    }

    private static boolean hasMigrations(MavenProject module) {
        var roots = module.getCompileSourceRoots().stream().map(Path::of).toList();
        return !SourceMigrations.in(roots).isEmpty();
    }

    private void refuse(String goal, List<MavenProject> modules, String what) {
        var names = modules.stream().map(this::path).collect(Collectors.joining(", "));
        throw new ProblemException(
                ProblemCode.SEVERAL_MODULES,
                goal + " " + what,
                names,
                "Choose one: mvn " + (goal.equals("create") ? "" : "process-classes ") + "dynamodb-migrations:" + goal
                        + " -pl " + path(modules.get(0)) + (goal.equals("create") ? "." : " -am."));
    }

    private String path(MavenProject module) {
        var root = Path.of(session.getExecutionRootDirectory());
        var directory = module.getBasedir().toPath();
        return directory.startsWith(root) && !directory.equals(root)
                ? root.relativize(directory).toString()
                : ":" + module.getArtifactId();
    }
}
