package io.github.dynamodbmigrations.integration.fault;

import io.github.dynamodbmigrations.integration.LocalDynamo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import shop.migrations.V0001_AddCurrency;
import shop.migrations.V0002_SplitFullName;
import shop.migrations.V0003_MoveOrdersToCustomers;
import shop.migrations.V0004_GrantWelcomePoints;

/** The life of the shop: four migrations one after the other, each killed and resumed while the application writes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class KillAndResumeTest {
    private static final long LEAST_ACKNOWLEDGED = 5_000;
    private static final long LEAST_CONFLICTS = 100;

    private final String history = LocalDynamo.uniqueName("Shop-migrations");
    private final ShopTable shop = ShopFixture.create();
    private final Path code = ShopCode.emit(
            List.of(
                    V0001_AddCurrency.class,
                    V0002_SplitFullName.class,
                    V0003_MoveOrdersToCustomers.class,
                    V0004_GrantWelcomePoints.class),
            Path.of("target", "kill-and-resume").toAbsolutePath());

    KillAndResumeTest() throws Exception {}

    @ParameterizedTest
    @MethodSource
    void losesDoublesMissesAndResurrectsNothing(
            long version, Function<ShopTable, Application> application, int writeUnits, Duration breath)
            throws Exception {
        var running = application.apply(shop);
        var report = new FaultRun(
                        running,
                        new EngineProcess(code, running, history, version, ShopFixture.SIZE, writeUnits),
                        new KilledOnce(),
                        Seed.ofThisRun(),
                        breath)
                .run();

        report.assertInnocent(LEAST_ACKNOWLEDGED, LEAST_CONFLICTS);
    }

    static Stream<Arguments> losesDoublesMissesAndResurrectsNothing() {
        return Stream.of(
                of(1, CurrencyApplication::new, 400, 4),
                of(2, NamesApplication::new, 250, 6),
                of(3, OrdersApplication::new, 4000, 2),
                of(4, PointsApplication::new, 250, 6));
    }

    private static Arguments of(
            long version, Function<ShopTable, Application> application, int writeUnits, int breathMillis) {
        return Arguments.of(version, application, writeUnits, Duration.ofMillis(breathMillis));
    }
}
