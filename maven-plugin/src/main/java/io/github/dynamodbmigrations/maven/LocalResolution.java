package io.github.dynamodbmigrations.maven;

import io.github.dynamodbmigrations.model.ProblemCode;
import io.github.dynamodbmigrations.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/**
 * Resolves DynamoDB Local as the project's own build would: from its repositories, unmodified. It never becomes part of
 * this plugin, nor of anything that the project publishes.
 *
 * @param system Maven's resolver
 * @param session the running build
 * @param project the module, whose repositories are asked
 */
record LocalResolution(RepositorySystem system, MavenSession session, MavenProject project) {
    /** Its files in the order of its class path. */
    List<Path> resolve(String version) {
        var artifact = new DefaultArtifact("com.amazonaws:DynamoDBLocal:" + version);
        var repositories = project.getRemoteProjectRepositories();
        var collect = new CollectRequest(new Dependency(artifact, "runtime"), repositories);
        try {
            return system
                    .resolveDependencies(session.getRepositorySession(), new DependencyRequest(collect, null))
                    .getArtifactResults()
                    .stream()
                    .map(result -> result.getArtifact().getFile().toPath())
                    .toList();
        } catch (DependencyResolutionException e) {
            throw new ProblemException(
                    ProblemCode.LOCAL_NOT_RESOLVED,
                    "DynamoDB Local cannot be resolved ("
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + ")",
                    artifact.toString(),
                    "Make it available to this build, choose another with <dynamodbLocalVersion>, or set <endpoint> to one"
                            + " that runs.");
        }
    }
}
