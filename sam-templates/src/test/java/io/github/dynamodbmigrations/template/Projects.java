package io.github.dynamodbmigrations.template;

import io.github.dynamodbmigrations.model.MigrationModel;
import io.github.dynamodbmigrations.model.MigrationModel.Filter;
import io.github.dynamodbmigrations.model.MigrationModel.Guard;
import io.github.dynamodbmigrations.model.MigrationModel.Kind;
import io.github.dynamodbmigrations.model.MigrationModel.Source;
import io.github.dynamodbmigrations.model.MigrationModel.Throttle;
import io.github.dynamodbmigrations.model.MigrationModel.Uses;
import io.github.dynamodbmigrations.model.MigrationModel.Writers;
import io.github.dynamodbmigrations.model.ProjectModel;
import io.github.dynamodbmigrations.model.ProjectModel.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Models that the tests render, and single changes to them. */
final class Projects {
    private static final Filter ALL = new Filter("", List.of(), List.of());
    private static final Writers UNKNOWN = new Writers("", List.of(), false, false, "");
    private static final Throttle DEFAULT = new Throttle(0, 0, 50);
    private static final String GRANTS = """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "ssm:GetParameter",
              "Resource": "arn:aws:ssm:eu-west-1:123456789012:parameter/shop/rates"}]}""";

    private Projects() {}

    static String file(Rendering rendering, String path) {
        return Objects.requireNonNull(rendering.files().get(path), path);
    }

    /** Three migrations that between them use everything that changes what is emitted. */
    static ProjectModel shop() {
        return of(splitFullName(), dropOpenOrders(), loadRates());
    }

    /** Two migrations, one of which says how long a deployment waits for it. */
    static ProjectModel unequal() {
        return of(takingHours(), dropOpenOrders());
    }

    /** One migration whose deployment waits for three hours. */
    static ProjectModel patient() {
        return with(of(splitFullName()), waiting(Duration.ofHours(3)));
    }

    static ProjectModel with(ProjectModel project, Settings settings) {
        return new ProjectModel(project.artifactId(), project.pluginVersion(), project.migrations(), settings);
    }

    static Settings waiting(Duration timeout) {
        var s = settings();
        return new Settings(
                s.runtime(),
                s.historyTable(),
                s.partitionKeyName(),
                s.sortKeyName(),
                s.partitionValue(),
                s.firstVersion(),
                s.emitFrom(),
                s.tableExports(),
                timeout);
    }

    static ProjectModel of(MigrationModel... migrations) {
        return new ProjectModel("shop", "1.2.3", List.of(migrations), settings());
    }

    static Settings settings() {
        return new Settings(
                "java25",
                "shop-migrations",
                "pk",
                "sk",
                "_migration",
                0,
                0,
                Map.of("Rates", "shop:RatesTable"),
                Duration.ofMinutes(55));
    }

    static MigrationModel splitFullName() {
        return splitFullName(Optional.empty());
    }

    /** One that a deployment waits two hours for, as its annotation says. */
    static MigrationModel takingHours() {
        return splitFullName(Optional.of(Duration.ofHours(2)));
    }

    private static MigrationModel splitFullName(Optional<Duration> timeout) {
        return new MigrationModel(
                2,
                "com.example.shop.V0002_SplitFullName",
                Kind.REVERSIBLE,
                Optional.of("Customers"),
                "Split fullName into firstName and lastName: it's \"simple\" # no comment",
                Optional.of(new Source.Scan(
                        Optional.empty(), new Filter("attribute_exists(fullName)", List.of(), List.of()), 0)),
                Guard.NONE,
                UNKNOWN,
                DEFAULT,
                new Uses(false, false),
                Optional.empty(),
                List.of(),
                timeout,
                "STOP",
                "v1:2f6a1c0d9e8b7a65",
                "v1:00112233445566778899");
    }

    static MigrationModel dropOpenOrders() {
        return new MigrationModel(
                3,
                "com.example.shop.V0003_DropOpenOrders",
                Kind.ITEM,
                Optional.of("shop.orders-v1"),
                "",
                Optional.of(new Source.Query(Optional.of("by-status"), "status", "S:OPEN", ALL)),
                Guard.LEDGER,
                new Writers("version", List.of(), false, false, ""),
                DEFAULT,
                new Uses(true, true),
                Optional.empty(),
                List.of("Country", "Cutoff"),
                Optional.empty(),
                "STOP",
                "v1:aabbccddeeff0011",
                "v1:0011223344556677");
    }

    static MigrationModel loadRates() {
        return new MigrationModel(
                10,
                "com.example.shop.Seeds$LoadRates",
                Kind.TASK,
                Optional.of("Rates"),
                "Load exchange rates",
                Optional.empty(),
                Guard.NONE,
                UNKNOWN,
                DEFAULT,
                new Uses(false, false),
                Optional.of(GRANTS),
                List.of("Country"),
                Optional.empty(),
                "STOP",
                "v1:0123456789abcdef",
                "v1:0011223344556677");
    }
}
