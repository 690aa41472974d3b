package io.github.dynamodbmigrations.integration.fault;

import static io.github.dynamodbmigrations.integration.fault.Operation.Kind.ADD;
import static io.github.dynamodbmigrations.integration.fault.Operation.Kind.APPEND;
import static io.github.dynamodbmigrations.integration.fault.Operation.Kind.DELETE;
import static io.github.dynamodbmigrations.integration.fault.Operation.Kind.INSERT;
import static io.github.dynamodbmigrations.integration.fault.Operation.Kind.SET;
import static io.github.dynamodbmigrations.integration.fault.Operation.Outcome.FAIL;
import static io.github.dynamodbmigrations.integration.fault.Operation.Outcome.INFO;
import static io.github.dynamodbmigrations.integration.fault.Operation.Outcome.OK;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dynamodbmigrations.integration.fault.Verdict.Fault;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Plants each fault that a migration could commit, and innocent cases that look like one. */
@Execution(ExecutionMode.CONCURRENT)
final class JudgeTest {
    private static final Thing BEFORE = thing(10, List.of("a"), "old", false);

    private final Judge settling = new Judge(Map.of("x", BEFORE), BigDecimal.ZERO);
    private final Judge adding = new Judge(Map.of("x", BEFORE), BigDecimal.valueOf(500));

    @Test
    void acquitsWhatShowsEveryWriteOnce() {
        var writes = List.of(write(ADD, "1", OK), write(ADD, "1", FAIL), write(APPEND, "b", OK), write(SET, "new", OK));
        assertInnocent(settling, writes, thing(11, List.of("a", "b"), "new", true));
        assertInnocent(adding, writes, thing(511, List.of("a", "b"), "new", true));
    }

    @Test
    void acquitsWritesWithoutAnAnswerEitherWay() {
        var writes = List.of(write(ADD, "1", INFO), write(APPEND, "b", INFO), write(SET, "new", INFO));
        assertInnocent(adding, writes, thing(510, List.of("a"), "old", true));
        assertInnocent(adding, writes, thing(511, List.of("a", "b"), "new", true));
    }

    @Test
    void acquitsDeletionsAndInsertions() {
        assertInnocent(settling, List.of(write(DELETE, "", OK)));
        assertInnocent(settling, List.of(write(DELETE, "", INFO)));
        var insert = new Operation(INSERT, "y", "new", OK);
        var after = Map.of("x", List.of(migrated(10)), "y", List.of(thing(0, List.of(), "new", true)));
        assertEquals(Verdict.INNOCENT, settling.judge(List.of(insert), after));
    }

    @Test
    void seesALostAddition() {
        assertFault(Fault.LOST, settling, List.of(write(ADD, "1", OK)), migrated(10));
        assertFault(Fault.LOST, adding, List.of(write(ADD, "1", OK)), migrated(510));
    }

    @Test
    void seesALostToken() {
        assertFault(Fault.LOST, settling, List.of(write(APPEND, "b", OK)), migrated(10));
        assertFault(Fault.LOST, settling, List.of(), thing(10, List.of(), "old", true));
    }

    @Test
    void seesALostText() {
        var writes = List.of(write(SET, "first", OK), write(SET, "second", OK));
        assertFault(Fault.LOST, settling, writes, thing(10, List.of("a"), "first", true));
    }

    @Test
    void seesALostThing() {
        assertFault(Fault.LOST, settling, List.of());
        assertFault(Fault.LOST, settling, List.of(write(DELETE, "", FAIL)));
    }

    @Test
    void seesADoubledMigration() {
        assertFault(Fault.DOUBLED, adding, List.of(), migrated(1010));
        assertFault(Fault.DOUBLED, settling, List.of(), migrated(10), migrated(10));
    }

    @Test
    void seesADoubledWrite() {
        assertFault(Fault.DOUBLED, settling, List.of(write(ADD, "1", OK)), migrated(12));
        var writes = List.of(write(APPEND, "b", OK));
        assertFault(Fault.DOUBLED, settling, writes, thing(10, List.of("a", "b", "b"), "old", true));
    }

    @Test
    void seesAMissedThing() {
        assertFault(Fault.MISSED, settling, List.of(), BEFORE);
        assertFault(Fault.MISSED, adding, List.of(), migrated(10));
    }

    @Test
    void seesAResurrectedThing() {
        assertFault(Fault.RESURRECTED, settling, List.of(write(DELETE, "", OK)), migrated(10));
        var after = Map.of("x", List.of(migrated(10)), "y", List.of(thing(0, List.of(), "", true)));
        assertEquals(new Verdict(Map.of(Fault.RESURRECTED, Set.of("y"))), settling.judge(List.of(), after));
    }

    @Test
    void seesARefusedWriteThatShows() {
        var writes = List.of(write(APPEND, "b", FAIL));
        assertFault(Fault.RESURRECTED, settling, writes, thing(10, List.of("a", "b"), "old", true));
    }

    private static void assertInnocent(Judge judge, List<Operation> operations, Thing... after) {
        assertEquals(Verdict.INNOCENT, judge.judge(operations, Map.of("x", List.of(after))));
    }

    private static void assertFault(Fault fault, Judge judge, List<Operation> operations, Thing... after) {
        var expected = new Verdict(Map.of(fault, Set.of("x")));
        assertEquals(expected, judge.judge(operations, Map.of("x", List.of(after))));
    }

    private static Operation write(Operation.Kind kind, String value, Operation.Outcome outcome) {
        return new Operation(kind, "x", value, outcome);
    }

    private static Thing migrated(int counter) {
        return thing(counter, List.of("a"), "old", true);
    }

    private static Thing thing(int counter, List<String> tokens, String text, boolean migrated) {
        return new Thing(BigDecimal.valueOf(counter), tokens, text, migrated);
    }
}
