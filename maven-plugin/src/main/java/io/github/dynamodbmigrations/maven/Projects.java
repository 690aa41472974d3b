package io.github.dynamodbmigrations.maven;

import io.github.dynamodbmigrations.bundle.BundleRequest;
import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.model.ProjectModel;
import io.github.dynamodbmigrations.project.Library;
import io.github.dynamodbmigrations.project.Project;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/** Reads what the goals need of a module out of Maven's own description. */
final class Projects {
    private static final Set<String> IN_USE = Set.of(Artifact.SCOPE_COMPILE, Artifact.SCOPE_RUNTIME);
    private static final Set<String> BRING_JUNIT = Set.of("spring-boot-starter-test", "quarkus-junit5");

    private Projects() {}

    static Project read(MavenProject project) {
        var build = project.getBuild();
        return new Project(
                project.getGroupId(),
                project.getArtifactId(),
                project.getPackaging(),
                project.getBasedir().toPath(),
                Path.of(build.getSourceDirectory()),
                Path.of(build.getTestSourceDirectory()),
                project.getCompileSourceRoots().stream().map(Path::of).toList(),
                Path.of(build.getOutputDirectory()),
                Path.of(build.getDirectory()),
                project.getArtifacts().stream()
                        .filter(Projects::isInUse)
                        .map(Projects::library)
                        .toList());
    }

    /** What is looked at, and what goes with it, as goals are told. */
    record Scope(List<String> scanDependencies, List<String> includes, List<String> excludes) {}

    static BundleRequest bundle(
            MavenProject project, MojoExecution execution, Scope scope, String runtime, long firstVersion) {
        return new BundleRequest(
                read(project),
                scope.scanDependencies(),
                scope.includes(),
                scope.excludes(),
                execution.getMojoDescriptor().getPluginDescriptor().getArtifacts().stream()
                        .map(Projects::library)
                        .toList(),
                runtime,
                firstVersion);
    }

    static ProjectModel.Settings settings(
            String runtime,
            HistorySettings history,
            long emitFrom,
            Map<String, String> tableExports,
            Duration deploymentTimeout) {
        return new ProjectModel.Settings(
                runtime,
                history.table(),
                history.partitionKeyName(),
                history.sortKeyName(),
                history.partitionValue(),
                history.firstVersion(),
                emitFrom,
                tableExports,
                deploymentTimeout);
    }

    /** Whether the tests have JUnit 5, as far as the declared dependencies say. */
    static boolean hasJunit(MavenProject project) {
        return project.getDependencies().stream()
                .anyMatch(dependency -> dependency.getGroupId().equals("org.junit.jupiter")
                        || BRING_JUNIT.contains(dependency.getArtifactId()));
    }

    static Library library(Artifact artifact) {
        return new Library(
                artifact.getGroupId(),
                artifact.getArtifactId(),
                artifact.getBaseVersion(),
                artifact.getFile().toPath());
    }

    private static boolean isInUse(Artifact artifact) {
        return IN_USE.contains(artifact.getScope())
                && artifact.getArtifactHandler().isAddedToClasspath()
                && artifact.getFile() != null;
    }
}
