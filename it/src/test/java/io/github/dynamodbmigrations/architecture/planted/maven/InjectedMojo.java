package io.github.dynamodbmigrations.architecture.planted.maven;

import io.github.dynamodbmigrations.architecture.Breaks;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

@Breaks("Mojos inject by constructor")
final class InjectedMojo {
    @Inject
    @Nullable
    Runnable field;
}
