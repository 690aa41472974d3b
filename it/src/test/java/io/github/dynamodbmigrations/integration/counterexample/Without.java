package io.github.dynamodbmigrations.integration.counterexample;

import io.github.dynamodbmigrations.dynamo.DynamoItemWriter;
import io.github.dynamodbmigrations.engine.EnginePorts;
import io.github.dynamodbmigrations.history.Amendment;
import io.github.dynamodbmigrations.history.History;
import io.github.dynamodbmigrations.history.HistoryId;
import io.github.dynamodbmigrations.history.HistoryState;
import io.github.dynamodbmigrations.history.Lock;
import io.github.dynamodbmigrations.history.LockState;
import io.github.dynamodbmigrations.integration.LocalDynamo;
import io.github.dynamodbmigrations.integration.PlanVariant;
import io.github.dynamodbmigrations.plan.RunPlan;
import io.github.dynamodbmigrations.throttle.Pause;
import io.github.dynamodbmigrations.write.ItemWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Switches protections off, one at a time, by standing between the engine and one of its ports. */
final class Without {
    private static final Amendment OTHER_GUARDS =
            new Amendment(1, Instant.EPOCH, "ada", "a test", new Amendment.GuardsAccepted());

    private Without() {}

    /** Writes whose condition has lost some of its words. */
    static UnaryOperator<EnginePorts> partOfTheCondition(UnaryOperator<String> stripping) {
        var client = LocalDynamo.builder()
                .overrideConfiguration(override -> override.addExecutionInterceptor(new Stripping(stripping)))
                .build();
        return ports -> {
            var doubles = new Doubles(ports);
            doubles.writer = plan -> new DynamoItemWriter(client, plan, Optional.empty(), Pause.NEVER);
            return doubles.ports();
        };
    }

    /**
     * The ledger is not written, and so refuses nothing; whoever only looks is told that every item is marked, so that what is
     * doubled was doubled by walking a page again.
     */
    static EnginePorts theMarkers(EnginePorts ports) {
        var client = LocalDynamo.client();
        var doubles = new Doubles(ports);
        doubles.writer = plan -> {
            var unmarked = new DynamoItemWriter(client, plan, Optional.empty(), Pause.NEVER);
            return Call.intercepted(
                    ItemWriter.class, unmarked, call -> call.name().equals("isMarked") ? true : call.make());
        };
        return doubles.ports();
    }

    /** The engine takes its history for another one, and so neither sees nor respects the guards that it has set. */
    static EnginePorts theGuardsThatWereSet(EnginePorts ports) {
        return anIdOfItsOwn(new HistoryId(UUID.randomUUID().toString().substring(0, 8)))
                .apply(ports);
    }

    /** The history calls itself like another one. */
    static UnaryOperator<EnginePorts> anIdOfItsOwn(HistoryId id) {
        return ports -> history(ports, state -> acceptingOtherGuards(id, state));
    }

    /** Somebody has said that items may carry guards of other histories. */
    static EnginePorts theStopAtOtherGuards(EnginePorts ports) {
        return history(ports, state -> acceptingOtherGuards(state.id(), state));
    }

    private static HistoryState acceptingOtherGuards(HistoryId id, HistoryState state) {
        return new HistoryState(
                id,
                state.baseline(),
                state.status(),
                state.lastRank(),
                state.runs(),
                state.bindings(),
                List.of(OTHER_GUARDS));
    }

    /** The history does not know which tables it describes. */
    static EnginePorts bindings(EnginePorts ports) {
        return history(
                ports,
                state -> new HistoryState(
                        state.id(), state.baseline(), state.status(), state.lastRank(), state.runs(), Map.of()));
    }

    /** Nobody learns that a worker went missing, so that no other rank waits for it. */
    static EnginePorts theWaitForMissingWorkers(EnginePorts ports) {
        var doubles = new Doubles(ports);
        doubles.lock = Call.intercepted(Lock.class, ports.lock(), call -> {
            var answer = call.make();
            return answer instanceof LockState state
                    ? new LockState(state.epoch(), state.holder(), Optional.empty())
                    : answer;
        });
        return doubles.ports();
    }

    /** The frozen plan claims that the code has always been what it is now. */
    static UnaryOperator<EnginePorts> theFrozenChecksums(Class<?> code) {
        return ports -> plans(ports, plan -> PlanVariant.with(plan, Code.checksums(code)));
    }

    /** Each attempt takes its own start for the run's. */
    static UnaryOperator<EnginePorts> theFrozenStart(Instant now) {
        return ports -> plans(ports, plan -> PlanVariant.with(plan, now));
    }

    /** The history's own items in the table are read like any other. */
    static EnginePorts theExclusionOfItsOwnItems(EnginePorts ports) {
        var doubles = new Doubles(ports);
        doubles.source = (plan, concurrency) -> ports.items().source(PlanVariant.withoutExclusion(plan), concurrency);
        return doubles.ports();
    }

    private static EnginePorts history(EnginePorts ports, UnaryOperator<HistoryState> view) {
        var doubles = new Doubles(ports);
        doubles.history =
                Call.intercepted(History.class, ports.history(), call -> view.apply((HistoryState) call.make()));
        return doubles.ports();
    }

    private static EnginePorts plans(EnginePorts ports, UnaryOperator<RunPlan> view) {
        var doubles = new Doubles(ports);
        doubles.plans = run -> view.apply(ports.plans().read(run));
        return doubles.ports();
    }
}
