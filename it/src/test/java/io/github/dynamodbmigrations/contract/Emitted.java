package io.github.dynamodbmigrations.contract;

import io.github.dynamodbmigrations.model.MigrationModel;
import io.github.dynamodbmigrations.model.MigrationModel.Filter;
import io.github.dynamodbmigrations.model.MigrationModel.Guard;
import io.github.dynamodbmigrations.model.MigrationModel.Kind;
import io.github.dynamodbmigrations.model.MigrationModel.Source;
import io.github.dynamodbmigrations.model.MigrationModel.Throttle;
import io.github.dynamodbmigrations.model.MigrationModel.Uses;
import io.github.dynamodbmigrations.model.MigrationModel.Writers;
import io.github.dynamodbmigrations.model.ProjectModel;
import io.github.dynamodbmigrations.template.SamApplication;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/** The application that is emitted for a project of one migration, or of more, each of a table of its own. */
public final class Emitted {
    private Emitted() {}

    static Map<String, String> files() {
        return files(1);
    }

    /** What is emitted for so many migrations. */
    public static Map<String, String> files(int migrations) {
        var settings = new ProjectModel.Settings(
                "java25", "shop-migrations", "pk", "sk", "_migration", 0, 0, Map.of(), Duration.ofMinutes(55));
        var all = LongStream.rangeClosed(1, migrations)
                .mapToObj(Emitted::addCurrency)
                .toList();
        var rendering = SamApplication.render(new ProjectModel("shop", "1.2.3", all, settings));
        if (!rendering.problems().isEmpty()) {
            throw new IllegalStateException(rendering.problems().toString());
        }
        return rendering.files();
    }

    static String stateMachine() {
        return files().entrySet().stream()
                .filter(file -> file.getKey().matches("v\\d+.*/statemachine\\.asl\\.json"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    private static MigrationModel addCurrency(long version) {
        return new MigrationModel(
                version,
                "shop.migrations.V%04d_AddCurrency".formatted(version),
                Kind.ITEM,
                Optional.of(version == 1 ? "Shop" : "Shop" + version),
                "Say in which currency an order was paid",
                Optional.of(new Source.Scan(Optional.empty(), new Filter("", List.of(), List.of()), 0)),
                Guard.NONE,
                new Writers("", List.of(), false, false, ""),
                new Throttle(0, 0, 50),
                new Uses(false, false),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                "STOP",
                "v1:0000000000000001",
                "v1:0000000000000001");
    }
}
