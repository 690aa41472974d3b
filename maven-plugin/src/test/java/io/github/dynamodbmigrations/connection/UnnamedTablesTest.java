package io.github.dynamodbmigrations.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.history.Binding;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.history.TableIdentity;
import io.github.dynamodbmigrations.plan.TableFacts;
import io.github.dynamodbmigrations.scan.KeySchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnnamedTablesTest {
    private static final String HERE = "arn:aws:dynamodb:eu-west-1:111111111111:table/";
    private static final String ELSEWHERE = "arn:aws:dynamodb:eu-west-1:222222222222:table/";
    private static final String NESTED = "app-Orders-XYZ123";

    @Test
    void theTableOfTheHistoryIsMeant() {
        assertEquals(Map.of("Orders", NESTED), names(HERE + NESTED, Set.of(NESTED)));
    }

    @Test
    void aTableThatIsCalledLikeTheLogicalNameIsNeitherMeantNorPassedOver() {
        assertEquals(
                "DM219 nobody says which table is meant: Orders. This history describes " + HERE + NESTED
                        + " (TableId 1), and " + HERE + "Orders is called Orders. For the one of this history add"
                        + " -Ddynamodb-migrations.tables.Orders=" + NESTED
                        + "; the other one has another history, to be named with"
                        + " -Ddynamodb-migrations.historyTable=<name>.",
                refusal(HERE + NESTED, Set.of(NESTED, "Orders")));
    }

    @Test
    void nothingTakesTheHistorysTablesPlaceWithoutAWord() {
        assertEquals(
                "DM219 nobody says which table is meant: Orders. This history describes " + HERE + NESTED
                        + " (TableId 1), which does not exist any more, and " + HERE
                        + "Orders is called Orders. If that"
                        + " took its place, add -Ddynamodb-migrations.tables.Orders=Orders.",
                refusal(HERE + NESTED, Set.of("Orders")));
    }

    @Test
    void aTableThatIsGoneIsStillTheOne() {
        assertEquals(Map.of("Orders", NESTED), names(HERE + NESTED, Set.of()));
    }

    @Test
    void aTableOfAnotherAccountIsNamedByItsArn() {
        var arn = ELSEWHERE + "Orders";
        assertEquals(Map.of("Orders", arn), names(arn, Set.of(arn)));
    }

    @Test
    void theSameTableByItsNameIsNoOther() {
        var arn = ELSEWHERE + "Orders";
        var byRole = new UnnamedTables(
                (logical, name) -> facts(logical, name, arn), Optional.of(HERE + "history"), bound(arn));
        assertEquals(Map.of("Orders", arn), byRole.names(List.of("Orders")));
    }

    @Test
    void whoMayNotLookAtATableDoesNotMeanIt() {
        var denied = new UnnamedTables(
                (logical, name) -> {
                    if (name.equals("Orders")) {
                        throw FailureCode.ACCESS_DENIED.exception("denied");
                    }
                    return facts(logical, name, HERE + name);
                },
                Optional.of(HERE + "history"),
                bound(HERE + NESTED));
        assertEquals(Map.of("Orders", NESTED), denied.names(List.of("Orders")));
    }

    @Test
    void whoMayNotLookAtTheTableOfTheHistoryReadsThat() {
        var denied = new UnnamedTables(
                (logical, name) -> {
                    throw FailureCode.ACCESS_DENIED.exception("denied");
                },
                Optional.of(HERE + "history"),
                bound(HERE + NESTED));
        assertEquals("DM416 denied", message(denied));
    }

    @Test
    void whatIsCalledLikeItsLogicalNameOrNewToTheHistoryIsLeftAlone() {
        assertEquals(Map.of(), names(HERE + "Orders", Set.of()));
        assertEquals(
                Map.of(), in(Optional.of(HERE + "history"), Map.of(), Set.of()).names(List.of("Orders")));
    }

    private static Map<String, String> names(String bound, Set<String> there) {
        return of(bound, there).names(List.of("Orders"));
    }

    private static String refusal(String bound, Set<String> there) {
        return message(of(bound, there));
    }

    private static String message(UnnamedTables unnamed) {
        return String.valueOf(assertThrows(MigrationException.class, () -> unnamed.names(List.of("Orders")))
                .getMessage());
    }

    private static UnnamedTables of(String bound, Set<String> there) {
        return in(Optional.of(HERE + "history"), bound(bound), there);
    }

    private static Map<String, Binding> bound(String arn) {
        return Map.of("Orders", new Binding("Orders", arn, Optional.of("1")));
    }

    private static UnnamedTables in(Optional<String> historyArn, Map<String, Binding> bindings, Set<String> there) {
        return new UnnamedTables(
                (logical, name) -> {
                    if (!there.contains(name)) {
                        throw FailureCode.TABLE_NOT_FOUND.exception("missing");
                    }
                    return facts(logical, name, name.startsWith("arn:") ? name : HERE + name);
                },
                historyArn,
                bindings);
    }

    private static TableFacts facts(String logical, String name, String arn) {
        var identity = new TableIdentity(logical, name, arn, Optional.of("1"), new KeySchema("id", Optional.empty()));
        return new TableFacts(identity, Map.of(), Map.of(), 0, 0, Optional.empty(), false);
    }
}
