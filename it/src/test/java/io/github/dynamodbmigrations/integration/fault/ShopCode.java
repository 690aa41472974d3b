package io.github.dynamodbmigrations.integration.fault;

import io.github.dynamodbmigrations.bundle.Bundle;
import io.github.dynamodbmigrations.bundle.BundleRequest;
import io.github.dynamodbmigrations.bundle.Synchronizer;
import io.github.dynamodbmigrations.project.Project;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import shop.migrations.V0001_AddCurrency;

/** The code of the quickstart's migrations as {@code package} emits it, without libraries. */
final class ShopCode {
    private ShopCode() {}

    /** Emits it below a directory, and returns where. */
    static Path emit(Path target) throws URISyntaxException {
        var classes = Path.of(V0001_AddCurrency.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        var here = Path.of("").toAbsolutePath();
        var project =
                new Project("com.example", "shop", "jar", here, here, here, List.of(), classes, target, List.of());
        var bundle = Bundle.read(new BundleRequest(project, List.of(), List.of(), List.of(), List.of(), "java25", 0));
        var code = target.resolve("code");
        Synchronizer.synchronize(code, bundle.code().files());
        return code;
    }
}
