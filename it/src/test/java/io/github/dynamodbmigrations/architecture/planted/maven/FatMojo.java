package io.github.dynamodbmigrations.architecture.planted.maven;

import io.github.dynamodbmigrations.architecture.Breaks;
import java.nio.file.Files;
import java.nio.file.Path;

@Breaks("Mojos touch no files, AWS or class files")
final class FatMojo {
    boolean touch(Path path) {
        return Files.exists(path);
    }
}
