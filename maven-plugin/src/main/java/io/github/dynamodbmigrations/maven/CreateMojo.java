package io.github.dynamodbmigrations.maven;

import io.github.dynamodbmigrations.scaffold.Scaffold;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.project.MavenProject;

/**
 * Creates the next migration: a class that says what to do, and its unit test, which is red until that is done. Needs
 * nothing compiled and overwrites nothing.
 *
 * <pre>{@code mvn dynamodb-migrations:create -Dname=SplitFullName}</pre>
 *
 * @since 0.1.0
 */
@Mojo(name = "create", threadSafe = true)
public final class CreateMojo extends AbstractCreationMojo {
    @Inject
    CreateMojo(MavenProject project, MavenSession session) {
        super(project, session);
    }

    @Override
    void run() {
        build().reactor().requireOneModule("create");
        var request = request();
        var created = Scaffold.create(request);
        created.files()
                .forEach(file -> getLog().info("created " + request.project().shown(file)));
        created.notes().forEach(getLog()::info);
    }
}
