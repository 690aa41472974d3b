package io.github.dynamodbmigrations.integration.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.history.RunState;
import io.github.dynamodbmigrations.integration.LocalDynamo;
import io.github.dynamodbmigrations.integration.history.TriggerCell.Delivery;
import io.github.dynamodbmigrations.integration.history.TriggerCell.Event;
import io.github.dynamodbmigrations.integration.history.TriggerCell.Past;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Every event of CloudFormation in every past, however often it is delivered. */
@Execution(ExecutionMode.CONCURRENT)
final class TriggerCellsTest {
    private static final String TABLE = LocalDynamo.uniqueName("cells");

    @Test
    void noCellIsForgotten() {
        assertEquals(280, cells().count());
        assertEquals(10, cells().filter(cell -> excluded(cell).isPresent()).count());
    }

    @TestFactory
    Stream<DynamicTest> cell() {
        LocalHistory.create(HistorySettings.of(TABLE));
        return cells().filter(cell -> excluded(cell).isEmpty())
                .map(cell -> DynamicTest.dynamicTest(cell.toString(), () -> check(cell)));
    }

    private static Stream<TriggerCell> cells() {
        return Stream.of(Event.values())
                .flatMap(event -> Stream.of(Past.values())
                        .flatMap(past ->
                                Stream.of(Delivery.values()).map(delivery -> new TriggerCell(event, past, delivery))));
    }

    /** What does not happen, and why. */
    private static Optional<String> excluded(TriggerCell cell) {
        return cell.event() == Event.DELETE_UNKNOWN && cell.delivery() == Delivery.LATE
                ? Optional.of("a resource of an unknown id has no Delete before this one")
                : Optional.empty();
    }

    private static void check(TriggerCell cell) throws Exception {
        var stage = new TriggerStage(
                new HistorySettings(TABLE, "pk", "sk", "_" + cell.toString().replace(' ', '-'), 0));
        stage.set(cell.past());
        switch (cell.event()) {
            case CREATE -> create(cell, stage);
            case UPDATE_SAME, UPDATE_CHANGED, UPDATE_OLD -> update(cell, stage);
            default -> delete(cell, stage);
        }
        assertEquals(List.of(), stage.answeredWithUrl(), "an address is kept after its answer");
    }

    private static void create(TriggerCell cell, TriggerStage stage) throws Exception {
        var own = starts(cell.past()) ? 1 : 0;
        stage.deliver(stage::create, cell.delivery() == Delivery.CONCURRENT ? 2 : 1);
        assertEquals(own, stage.ownRuns());
        assertEquals(isToldAtOnce(cell.past()) ? Set.of("SUCCESS") : Set.of(), stage.told("create"));
        if (cell.delivery() == Delivery.AFTER_ANSWER) {
            stage.end();
            var told = stage.told("create");
            assertEquals(1, told.size());
            stage.create();
            assertEquals(told, stage.told("create"));
            assertEquals(1, stage.bodies("create").size(), "answered twice");
        }
        if (cell.delivery() == Delivery.LATE) {
            stage.delete(stage.physicalId());
            stage.create();
        }
        assertEquals(own, stage.ownRuns(), "a repeated event started something");
        assertEquals(
                cell.past() == Past.RUNNING_OTHER_STACK && cell.delivery() != Delivery.AFTER_ANSWER,
                stage.otherIsAlive());
    }

    private static void update(TriggerCell cell, TriggerStage stage) throws Exception {
        var before = stage.runs();
        var started = stage.started();
        if (cell.delivery() == Delivery.LATE) {
            stage.delete("dynmig|1|" + "0".repeat(32));
        }
        stage.deliver(() -> stage.update(cell.event()), cell.delivery() == Delivery.ONCE ? 1 : 2);
        assertEquals(Set.of("SUCCESS"), stage.told("update"));
        assertEquals(1, Set.copyOf(stage.bodies("update")).size());
        assertEquals(before, stage.runs(), "an update changed the history");
        assertEquals(started, stage.started(), "an update started something");
    }

    private static void delete(TriggerCell cell, TriggerStage stage) throws Exception {
        var isUnknown = cell.event() == Event.DELETE_UNKNOWN;
        if (!isUnknown) {
            stage.create();
        }
        var before = stage.runs();
        if (cell.event() == Event.DELETE_OLDER) {
            stage.writtenByNewerSoftware();
        }
        var id = isUnknown ? "invented-by-cloudformation" : stage.physicalId();
        stage.deliver(() -> stage.delete(id), cell.delivery() == Delivery.CONCURRENT ? 2 : 1);
        if (cell.delivery() == Delivery.AFTER_ANSWER) {
            stage.delete(id);
        }
        if (cell.delivery() == Delivery.LATE) {
            stage.forgetTriggers();
            stage.delete(id);
        }
        assertEquals(Set.of("SUCCESS"), stage.told("delete"));
        assertTrue(stage.ownIsOver(), "what this resource started goes on");
        assertEquals(cell.past() == Past.RUNNING_OTHER_STACK, stage.otherIsAlive());
        if (cell.past() == Past.RUNNING_OWN && cell.event() != Event.DELETE_OLDER) {
            assertEquals(RunState.INTERRUPTED, stage.runs().get(0).state());
            assertTrue(stage.isLockFree());
        } else if (cell.event() != Event.DELETE_OLDER) {
            assertEquals(before, stage.runs(), "a delete changed runs that are not its own");
        }
    }

    private static boolean starts(Past past) {
        return !isToldAtOnce(past) && past != Past.RUNNING_OTHER_STACK;
    }

    private static boolean isToldAtOnce(Past past) {
        return past == Past.SUCCEEDED || past == Past.BASELINE;
    }
}
