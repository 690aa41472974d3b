package io.github.dynamodbmigrations.discovery;

import java.nio.file.Path;
import java.util.List;

/**
 * Where to look for migrations.
 *
 * @param classes directories and jars that are searched, and whose classes count as the project's own
 * @param libraries the other directories and jars of the runtime class path: a migration may extend their classes
 * @param projectDirectory what paths in annotations are relative to
 * @param firstVersion the version of data that no migration has touched
 * @param classFileLevel the newest class-file level that the Lambda runtime loads; see {@link #levelOf}
 */
public record DiscoveryRequest(
        List<Path> classes, List<Path> libraries, Path projectDirectory, long firstVersion, int classFileLevel) {
    private static final int LEVEL_OF_JAVA_0 = 44;

    /** Copies the lists. */
    public DiscoveryRequest {
        classes = List.copyOf(classes);
        libraries = List.copyOf(libraries);
    }

    /** The class-file level of a Lambda runtime: 65 for {@code java21}. */
    public static int levelOf(String runtime) {
        return LEVEL_OF_JAVA_0 + Integer.parseInt(runtime.substring("java".length()));
    }

    /** The Java version whose class files have this level: 21 for 65. */
    public static int javaOf(int level) {
        return level - LEVEL_OF_JAVA_0;
    }
}
