package io.github.dynamodbmigrations.architecture.planted.scan;

import io.github.dynamodbmigrations.architecture.Breaks;
import org.jspecify.annotations.Nullable;

@Breaks("only the edges read the environment")
final class ReadsEnvironment {
    @Nullable
    String home() {
        return System.getenv("HOME");
    }
}
