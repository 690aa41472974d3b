package io.github.dynamodbmigrations.integration.fault;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.integration.LocalDynamo;
import io.github.dynamodbmigrations.integration.counterexample.UnguardedMain;
import io.github.dynamodbmigrations.integration.counterexample.UnmarkedMain;
import io.github.dynamodbmigrations.integration.fault.AccountsApplication.Writing;
import io.github.dynamodbmigrations.integration.fault.Verdict.Fault;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import shop.accounts.V0001_AddUnderItem;
import shop.accounts.V0001_AddUnderLedger;

/** Negative controls of the kill tests: the same writers, kills and judge, where nothing is promised. */
@Execution(ExecutionMode.CONCURRENT)
final class UnprotectedAdditionsTest {
    private static final int SIZE = 4_000;
    private static final int WRITE_UNITS = 250;

    private final long seed = Seed.ofThisRun();

    @Test
    void anEngineThatIgnoresGuardsIsFoundGuiltyOfDoubling() throws Exception {
        var report = run(Writing.UPDATES, V0001_AddUnderItem.class, UnguardedMain.class, new KilledOnce());
        assertTrue(report.verdict().findings().containsKey(Fault.DOUBLED), report::toString);
    }

    @Test
    void anEngineWithoutItsLedgerIsFoundGuiltyOfDoubling() throws Exception {
        var report = run(Writing.VERSIONED_PUTS, V0001_AddUnderLedger.class, UnmarkedMain.class, new KilledOnce());
        assertTrue(report.verdict().findings().containsKey(Fault.DOUBLED), report::toString);
    }

    @Test
    void unconditionalPutsOfWholeItemsUnderTheItemGuardCannotBeProved() throws Exception {
        var report = run(Writing.PUTS, V0001_AddUnderItem.class, EngineMain.class, Course::onceThrough);
        assertFalse(report.verdict().findings().isEmpty(), report::toString);
        assertFalse(report.hasSucceeded(), "the engine does not claim success");
    }

    private FaultRun.Report run(Writing writing, Class<?> migration, Class<?> main, Course course) throws Exception {
        var application = new AccountsApplication(AccountsFixture.accounts(SIZE), writing);
        var target = Path.of("target", "unprotected", writing.name()).toAbsolutePath();
        var engine = new EngineProcess(
                ShopCode.emit(List.of(migration), target),
                application,
                LocalDynamo.uniqueName("Unprotected-migrations"),
                1,
                SIZE,
                WRITE_UNITS,
                main);
        return new FaultRun(application, engine, course, seed).run();
    }
}
