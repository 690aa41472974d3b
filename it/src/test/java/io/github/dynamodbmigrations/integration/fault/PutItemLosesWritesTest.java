package io.github.dynamodbmigrations.integration.fault;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.ItemMigration;
import io.github.dynamodbmigrations.integration.fault.Verdict.Fault;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import shop.migrations.V0001_AddCurrency;
import shop.migrations.V0002_SplitFullName;
import shop.migrations.V0003_MoveOrdersToCustomers;
import shop.migrations.V0004_GrantWelcomePoints;

/**
 * The same writers and the same judge as for the engine, against an engine that puts whole items. It may run beside other
 * classes; its own tests share a table, and follow each other.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
final class PutItemLosesWritesTest {
    private final ShopTable shop = ShopFixture.create();

    PutItemLosesWritesTest() throws Exception {}

    @ParameterizedTest
    @MethodSource
    @Execution(ExecutionMode.SAME_THREAD)
    void anEngineThatPutsWholeItemsIsFoundGuilty(ItemMigration migration, Function<ShopTable, Application> application)
            throws Exception {
        var seed = Seed.ofThisRun();
        var running = application.apply(shop);
        var engine = new PutItemEngine(running, migration, 1, ShopFixture.SIZE);
        var report = new FaultRun(running, engine, PutItemLosesWritesTest::aThirdOfTheWay, seed).run();

        assertTrue(report.verdict().findings().containsKey(Fault.LOST), report::toString);
    }

    /** That is enough to be found guilty. */
    private static void aThirdOfTheWay(Runner runner, Runnable firstPassEnded) throws InterruptedException {
        runner.start();
        Course.await("a third of the items", () -> runner.progress() >= 1.0 / 3);
    }

    static Stream<Arguments> anEngineThatPutsWholeItemsIsFoundGuilty() {
        return Stream.of(
                control(new V0001_AddCurrency(), CurrencyApplication::new),
                control(new V0002_SplitFullName(), NamesApplication::new),
                control(new V0003_MoveOrdersToCustomers(), OrdersApplication::new),
                control(new V0004_GrantWelcomePoints(), PointsApplication::new));
    }

    private static Arguments control(ItemMigration migration, Function<ShopTable, Application> application) {
        return Arguments.of(migration, application);
    }
}
