package io.github.dynamodbmigrations.integration.fault;

import io.github.dynamodbmigrations.bundle.Bundle;
import io.github.dynamodbmigrations.bundle.BundleRequest;
import io.github.dynamodbmigrations.bundle.Synchronizer;
import io.github.dynamodbmigrations.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;

/** Migrations compiled with the tests, as {@code package} emits them, without libraries. */
public final class ShopCode {
    private ShopCode() {}

    /** Emits these classes and what they reach below a directory that only this call uses, and returns where. */
    public static Path emit(List<Class<?>> migrations, Path target) throws IOException {
        var classes = target.resolve("classes");
        for (var migration : migrations) {
            var file = migration.getName().replace('.', '/') + ".class";
            var copy = classes.resolve(file);
            Files.createDirectories(copy.getParent());
            try (var bytes = Objects.requireNonNull(ShopCode.class.getResourceAsStream("/" + file))) {
                Files.copy(bytes, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        var here = Path.of("").toAbsolutePath();
        var project =
                new Project("com.example", "shop", "jar", here, here, here, List.of(), classes, target, List.of());
        var bundle = Bundle.read(new BundleRequest(project, List.of(), List.of(), List.of(), List.of(), "java25", 0));
        var code = target.resolve("code");
        Synchronizer.synchronize(code, bundle.code().files());
        return code;
    }
}
