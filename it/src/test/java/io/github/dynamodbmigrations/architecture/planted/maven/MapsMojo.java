package io.github.dynamodbmigrations.architecture.planted.maven;

import io.github.dynamodbmigrations.architecture.Breaks;
import org.apache.maven.plugin.MojoFailureException;

@Breaks("one place makes Mojo exceptions")
final class MapsMojo {
    MojoFailureException failure() {
        return new MojoFailureException("planted");
    }
}
