package io.github.dynamodbmigrations.integration.fault;

import io.github.dynamodbmigrations.integration.LocalDynamo;
import io.github.dynamodbmigrations.integration.fault.AccountsApplication.Writing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import shop.accounts.V0001_AddUnderItem;
import shop.accounts.V0001_AddUnderLedger;
import shop.migrations.V0002_SplitFullName;

/**
 * 20,000 items, four writers, twenty kills in passes of every kind and a zombie for each combination of migration and writers that is promised to
 * lose, double, miss and resurrect nothing. The combinations run side by side, since most of the time their engines wait
 * for leases to end.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TwentyKillsTest {
    private static final int SIZE = 20_000;
    private static final int KILLS = 16;
    private static final int LATE_KILLS = 4;
    /** Three times four writers leave the machine to the engines and the processes that begin. */
    private static final Duration BREATH = Duration.ofMillis(75);

    private static final long LEAST_ACKNOWLEDGED = 5_000;
    private static final long LEAST_CONFLICTS = 50;

    private final long seed = Seed.ofThisRun();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Future<FaultRun.Report> settling = begin(() -> {
        var application = new PuttingNamesApplication(new NamesApplication(AccountsFixture.customers(SIZE)));
        return kills(application, V0002_SplitFullName.class, 2, 1_500);
    });
    private final Future<FaultRun.Report> underItem = begin(() -> {
        var application = new AccountsApplication(AccountsFixture.accounts(SIZE), Writing.UPDATES);
        return kills(application, V0001_AddUnderItem.class, 1, 1_500);
    });
    private final Future<FaultRun.Report> underLedger = begin(() -> {
        var application = new AccountsApplication(AccountsFixture.accounts(SIZE), Writing.VERSIONED_PUTS);
        return kills(application, V0001_AddUnderLedger.class, 1, 6_000);
    });

    @AfterAll
    void end() {
        threads.shutdownNow();
    }

    @Test
    void aMigrationThatSettlesSurvivesThemWithEveryKindOfWriter() throws Exception {
        settling.get().assertInnocent(LEAST_ACKNOWLEDGED, LEAST_CONFLICTS);
    }

    @Test
    void additionsUnderTheItemGuardSurviveThemWithWritersThatKeepWhatTheyDoNotKnow() throws Exception {
        underItem.get().assertInnocent(LEAST_ACKNOWLEDGED, LEAST_CONFLICTS);
    }

    @Test
    void additionsUnderTheLedgerSurviveThemWithVersionLockedPuts() throws Exception {
        underLedger.get().assertInnocent(LEAST_ACKNOWLEDGED, LEAST_CONFLICTS);
    }

    private Future<FaultRun.Report> begin(Callable<FaultRun.Report> run) {
        return threads.submit(run);
    }

    private FaultRun.Report kills(Application application, Class<?> migration, long version, int writeUnits)
            throws Exception {
        var target =
                Path.of("target", "twenty-kills", migration.getSimpleName()).toAbsolutePath();
        var engine = new EngineProcess(
                        ShopCode.emit(List.of(migration), target),
                        application,
                        LocalDynamo.uniqueName("Kills-migrations"),
                        version,
                        SIZE,
                        writeUnits)
                .withShortLease();
        return new FaultRun(application, engine, new KilledOften(engine, KILLS, LATE_KILLS, seed), seed, BREATH).run();
    }
}
