package io.github.dynamodbmigrations.throttle;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The engine's budgets against a simulated service in virtual time, beside a migration without a limiter and one with a fixed
 * rate of writes per worker. Nothing of it is random: what is printed is printed by every run.
 */
final class SimulationTest {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** How a migration went. */
    private record Outcome(
            String strategy,
            double budget,
            double wall,
            double used,
            double throttled,
            double appShare,
            double appRefused) {
        double ofBudget() {
            return used / wall / budget;
        }

        String line() {
            return String.format(
                    Locale.ROOT,
                    "%,7.0f WCU/s  %-22s %6.1f s  %6.1f %% of the budget  %5.2f %% of calls throttled"
                            + "  application: %5.2f %% of calls throttled, %.2f %% of writes lost",
                    budget,
                    strategy,
                    wall,
                    100 * ofBudget(),
                    100 * throttled,
                    100 * appRefused,
                    100 * (1 - appShare));
        }
    }

    /** What is migrated: with which budget, on which table, beside which application. */
    private record Scene(double budget, double provisioned, double application, int workers, int segments, long items) {
        Outcome with(String name, VirtualTime time, Supplier<SimulatedWorker.Strategy> strategy) {
            var table = new SimulatedTable(provisioned);
            var left = new AtomicInteger(workers);
            var app = new SimulatedApplication(time, table, application);
            var all = IntStream.range(0, workers)
                    .mapToObj(worker -> new SimulatedWorker(
                            time, table, strategy.get(), segments, items / segments, worker, workers, left))
                    .toList();
            app.start();
            all.forEach(SimulatedWorker::start);
            time.runWhile(() -> left.get() > 0 && time.now() < LONGEST.toNanos());
            app.stop();
            return outcome(name, time, app, all);
        }

        private Outcome outcome(String name, VirtualTime time, SimulatedApplication app, List<SimulatedWorker> all) {
            var calls = all.stream().mapToLong(worker -> worker.calls).sum();
            return new Outcome(
                    name,
                    budget,
                    all.stream()
                            .mapToDouble(worker -> worker.endedAt == 0 ? time.seconds() : worker.endedAt)
                            .max()
                            .orElseThrow(),
                    all.stream().mapToDouble(worker -> worker.used).sum(),
                    (double) all.stream().mapToLong(worker -> worker.throttled).sum() / calls,
                    app.share(),
                    app.refused());
        }

        Outcome engine() {
            var time = new VirtualTime();
            return with("dynamodb-migrations", time, () -> new Strategies.Engine(time, budget, workers));
        }

        Outcome unlimited() {
            var time = new VirtualTime();
            return with("no limiter", time, () -> new Strategies.Naive(time, 1e6));
        }

        Outcome fixed() {
            var time = new VirtualTime();
            return with("fixed rate per worker", time, () -> new Strategies.Naive(time, budget / workers));
        }
    }

    @ParameterizedTest
    @CsvSource({"100, 1, 4, 2400", "1000, 4, 8, 24000", "20000, 40, 80, 480000"})
    void usesItsBudgetAndNoMore(double budget, int workers, int segments, long items) {
        var scene = new Scene(budget, 2 * budget, 0.8 * budget, workers, segments, items);
        var engine = scene.engine();
        var unlimited = scene.unlimited();
        var fixed = scene.fixed();
        print(engine, unlimited, fixed);
        assertTrue(engine.ofBudget() >= 0.97 && engine.ofBudget() <= 1.0, engine.line());
        assertTrue(engine.throttled() <= 0.01, engine.line());
        assertTrue(engine.wall() <= 1.05 * engine.used() / budget, engine.line());
        assertTrue(engine.appShare() == 1 && engine.appRefused() < 0.001, engine.line());
        assertTrue(
                unlimited.throttled() > 0.1 && unlimited.appRefused() > 0.02,
                "the simulation would let everything pass: " + unlimited.line());
        assertTrue(fixed.ofBudget() > 1.05, "writes cost more than a unit each: " + fixed.line());
    }

    @Test
    void leavesTheApplicationItsShareOfATableThatIsShort() {
        var scene = new Scene(600, 1_000, 700, 4, 8, 24_000);
        var engine = scene.engine();
        var unlimited = scene.unlimited();
        var fixed = scene.fixed();
        print(engine, unlimited, fixed);
        assertTrue(engine.appShare() >= 0.999 && engine.appRefused() <= 0.01, engine.line());
        assertTrue(engine.throttled() <= 0.01, engine.line());
        assertTrue(engine.used() / engine.wall() >= 0.75 * 300, "of the 300 units that are left: " + engine.line());
        assertTrue(unlimited.appRefused() > 0.1, unlimited.line());
        assertTrue(fixed.appRefused() > 0.1, fixed.line());
    }

    private static void print(Outcome... outcomes) {
        for (var outcome : outcomes) {
            System.out.println(outcome.line());
        }
    }
}
