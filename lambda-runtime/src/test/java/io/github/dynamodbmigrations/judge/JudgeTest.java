package io.github.dynamodbmigrations.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.ItemMigration;
import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.diff.Objection;
import io.github.dynamodbmigrations.diff.RejectCode;
import io.github.dynamodbmigrations.plan.GuardMode;
import io.github.dynamodbmigrations.plan.RunPlan;
import io.github.dynamodbmigrations.plan.WriterFacts;
import io.github.dynamodbmigrations.write.ItemWrite;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@NullUnmarked
final class JudgeTest {
    private static final Map<String, AttributeValue> IMAGE = Plans.item(
            "1",
            Map.of(
                    "name",
                    AttributeValue.fromS("Ada Lovelace"),
                    "points",
                    AttributeValue.fromN("7"),
                    "_dm_t",
                    AttributeValue.fromN("1")));
    private static final WriterFacts VERSIONED =
            new WriterFacts(Optional.of("v"), List.of(), false, false, Optional.empty());
    private static final WriterFacts CLOSED =
            new WriterFacts(Optional.empty(), List.of("name", "note"), false, false, Optional.empty());

    private RunPlan plan = Plans.plan(GuardMode.NONE, WriterFacts.UNKNOWN);

    @Test
    void writesOnlyTheDifferenceAndExpectsWhatWasLookedAt() {
        var update = update((item, run) -> item.has("first")
                ? Change.keep()
                : Change.update(
                        item.with("first", item.string("name").orElseThrow().substring(0, 3))));
        assertEquals(Set.of("first"), update.diff().names());
        assertEquals(
                Map.of("name", AttributeValue.fromS("Ada Lovelace")),
                update.expectation().equal());
        assertEquals(Set.of("first"), update.expectation().absent());
    }

    @Test
    void aNameGivenIsExpectedEvenIfItsValueComesOutEqual() {
        var update = update((item, run) -> Change.update(item.with("done", true).with("points", 7)));
        assertEquals(Set.of("done"), update.diff().names());
        assertTrue(update.expectation().equal().containsKey("points"));
    }

    @Test
    void anUpdateThatDiffersInNothingIsKept() {
        assertInstanceOf(
                Decision.Keep.class, judge((item, run) -> Change.update(item.with("points", new BigDecimal("7.00")))));
    }

    @Test
    void theGuardIsHidden() {
        judge((item, run) -> {
            assertFalse(item.has("_dm_t"));
            assertFalse(item.attributes().containsKey("_dm_t"));
            return Change.keep();
        });
        var all = update((item, run) ->
                Change.update(item.with("count", item.attributes().containsKey("name") ? 4 : 3)));
        assertFalse(all.expectation().equal().containsKey("_dm_t"));
        assertEquals(
                Set.of("name", "points"), all.expectation().equal().keySet(), "attributes() reads all but the keys");
    }

    @Test
    void anItemMadeFromNothingReplacesAllThatWasRead() {
        var whole = Plans.item("1", Map.of("only", AttributeValue.fromS("this")));
        var update = update((item, run) -> Change.update(Item.of(whole)));
        assertEquals(Set.of("name", "points"), update.diff().removed());
        assertEquals(Set.of("name", "points"), update.expectation().equal().keySet());
    }

    @Test
    void puttingAnItemMadeFromTheOneReadReadsAll() {
        var update = update((item, run) -> item.has("movedTo")
                ? Change.keep()
                : Change.update(item.without("name").with("movedTo", "2"))
                        .put(item.with("pk", "2").with("movedTo", "")));
        assertEquals(Set.of("name", "points"), update.expectation().equal().keySet());
        assertEquals("2", update.puts().get(0).get("pk").s());
    }

    @Test
    void whatDoesNotSettleStopsTheRunAndNamesTheThreeWaysOut() {
        var stop = stop((item, run) -> Change.update(
                item.with("points", item.number("points").orElseThrow().add(BigDecimal.TEN))));
        assertEquals("DM410", stop.code());
        assertTrue(stop.getMessage().contains("changes [points] again"), stop.getMessage());
        assertTrue(stop.getMessage().contains("@Guard(ITEM)"));
        assertTrue(stop.getMessage().contains("@Guard(LEDGER)"));
        assertTrue(stop.getMessage().contains("discriminator"));
        assertTrue(stop.getMessage().contains("[pk] and hash"));
        assertEquals(1, stop.getMessage().lines().count());
        assertFalse(stop.getMessage().contains("Ada"), "no item data");
    }

    @Test
    void whatSettlesOnlyInTheFormThatIsStoredSettles() {
        assertInstanceOf(
                Decision.Write.class, judge((item, run) -> Change.update(item.with("price", new BigDecimal("1.50")))));
        var stop = stop((item, run) -> Change.update(
                item.with("seen", item.get("price").map(AttributeValue::n).orElse("none"))
                        .with("price", new BigDecimal("1.50"))));
        assertEquals("DM410", stop.code());
    }

    @Test
    void whatThrowsOnItsOwnResultDoesNotSettle() {
        var stop = stop((item, run) -> Change.update(
                item.without("name").with("first", item.string("name").orElseThrow())));
        assertTrue(stop.getMessage().contains("it throws"), stop.getMessage());
    }

    @Test
    void aPutMustBeKept() {
        ItemMigration again = (item, run) -> item.string("pk").orElseThrow().length() > 1
                ? Change.update(item.with("copy", "yes"))
                : item.has("done")
                        ? Change.keep()
                        : Change.update(item.with("done", true)).put(item.with("pk", "11"));
        assertTrue(stop(again).getMessage().contains("changes [copy] again"));
    }

    @Test
    void underAGuardNothingNeedsToSettle() {
        plan = Plans.plan(GuardMode.ITEM, WriterFacts.UNKNOWN);
        var update = update((item, run) -> Change.update(
                item.with("points", item.number("points").orElseThrow().add(BigDecimal.TEN))));
        assertEquals(AttributeValue.fromN("17"), update.diff().set().get("points"));
    }

    @Test
    void twoAnswersToOneQuestionStopTheRun() {
        var calls = new AtomicLong();
        assertEquals(
                "DM411",
                stop((item, run) -> Change.update(item.with("n", calls.incrementAndGet())))
                        .code());
        assertEquals(
                "DM411",
                stop((item, run) -> calls.incrementAndGet() % 2 == 0 ? Change.keep() : Change.reject("odd"))
                        .code());
    }

    @Test
    void anExceptionIsARejectWithoutItsMessage() {
        var objection = reject((item, run) -> {
            throw new IllegalStateException("secret " + item.string("name"));
        });
        assertEquals(RejectCode.MIGRATE_THREW, objection.code());
        assertEquals("java.lang.IllegalStateException", objection.reason());
        assertEquals(
                RejectCode.WRONG_TYPE,
                reject((item, run) -> {
                            item.number("name");
                            return Change.keep();
                        })
                        .code());
        assertEquals("no name", reject((item, run) -> Change.reject("no name")).reason());
    }

    @Test
    @SuppressWarnings("NullAway") // An author's code may well do so.
    void whatGivesNothingBackIsARejectAndNoItem() {
        assertEquals(RejectCode.RETURNED_NULL, reject((item, run) -> null).code());
    }

    @Test
    void aMissingClassIsNotTheItemsFault() {
        assertThrows(
                NoClassDefFoundError.class,
                () -> judge((item, run) -> {
                    throw new NoClassDefFoundError("x");
                }));
    }

    @Test
    void anUpdateKeepsItsKey() {
        assertEquals(
                "key attribute 'pk' changed; put() the item under its new key, and update or delete the original",
                reject((item, run) -> Change.update(item.with("pk", "2"))).reason());
        assertEquals(
                RejectCode.KEY_CHANGED,
                reject((item, run) -> Change.update(item.without("pk"))).code());
    }

    @Test
    void whatTheEngineWritesIsLeftToIt() {
        assertEquals(
                RejectCode.ENGINE_ATTRIBUTE,
                reject((item, run) -> Change.update(item.with("_dm_t", 9))).code());
        plan = Plans.plan(GuardMode.NONE, VERSIONED);
        assertEquals(
                RejectCode.ENGINE_ATTRIBUTE,
                reject((item, run) -> Change.update(item.with("v", 9))).code());
    }

    @Test
    void theVersionIsExpectedAndCountedInEveryMode() {
        plan = Plans.plan(GuardMode.NONE, VERSIONED);
        var first = update((item, run) -> Change.update(item.with("done", true)));
        assertEquals(AttributeValue.fromN("1"), first.diff().set().get("v"));
        assertTrue(first.expectation().absent().contains("v"));
        var image = new TreeMap<>(IMAGE);
        image.put("v", AttributeValue.fromN("41"));
        var next = (ItemWrite.Update) ((Decision.Write)
                        judge((item, run) -> Change.update(item.with("done", true)), image))
                .write();
        assertEquals(AttributeValue.fromN("42"), next.diff().set().get("v"));
        assertEquals(AttributeValue.fromN("41"), next.expectation().equal().get("v"));
    }

    @Test
    void aDeleteIsRefusedUnlessItCanBeProved() {
        ItemMigration delete = (item, run) -> Change.delete();
        assertEquals("DM412", stop(delete).code());
        plan = Plans.plan(GuardMode.NONE, CLOSED);
        var closed = (ItemWrite.Delete) write(delete);
        assertEquals(Set.of("name", "points"), closed.expectation().equal().keySet());
        assertEquals(Set.of("note"), closed.expectation().absent());
    }

    @Test
    void aLedgerNeedsAVersion() {
        plan = Plans.plan(GuardMode.LEDGER, WriterFacts.UNKNOWN);
        assertEquals("DM418", stop((item, run) -> Change.keep()).code());
    }

    @Test
    void neverComparesLessThanWasLookedAtExceptByAVersion() {
        var image = new TreeMap<>(IMAGE);
        IntStream.range(0, 200).forEach(i -> image.put("a" + i, AttributeValue.fromN("1")));
        ItemMigration all = (item, run) ->
                Change.update(item.with("count", item.attributes().containsKey("a0") ? 1 : 0));
        assertEquals(
                RejectCode.EXPRESSION_TOO_LARGE,
                ((Decision.Reject) judge(all, image)).objection().code());
        plan = Plans.plan(GuardMode.NONE, VERSIONED);
        var byVersion = ((Decision.Write) judge(all, image)).write().expectation();
        assertEquals(Set.of("v"), byVersion.absent());
        assertEquals(Map.of(), byVersion.equal());
    }

    @Test
    void refusesPutsThatNoTransactionTakes() {
        assertEquals(
                RejectCode.PUT_TWICE,
                reject((item, run) -> Change.update(item.with("x", 1)).put(item))
                        .code());
        assertEquals(
                RejectCode.PUT_TWICE,
                reject((item, run) -> Change.update(item.with("x", 1))
                                .put(item.with("pk", "2"))
                                .put(item.with("pk", "2")))
                        .code());
        assertEquals(
                RejectCode.TOO_MANY_PUTS,
                reject((item, run) -> {
                            var change = Change.update(item.with("x", 1));
                            for (var i = 0; i < 100; i++) {
                                change = change.put(item.with("pk", "n" + i));
                            }
                            return change;
                        })
                        .code());
    }

    private Decision judge(ItemMigration migration, Map<String, AttributeValue> image) {
        return new Judge(plan, migration, plan.context(), Map.of()).judge(image);
    }

    private Decision judge(ItemMigration migration) {
        return judge(migration, IMAGE);
    }

    private ItemWrite write(ItemMigration migration) {
        return assertInstanceOf(Decision.Write.class, judge(migration)).write();
    }

    private ItemWrite.Update update(ItemMigration migration) {
        return assertInstanceOf(ItemWrite.Update.class, write(migration));
    }

    private Objection reject(ItemMigration migration) {
        return assertInstanceOf(Decision.Reject.class, judge(migration)).objection();
    }

    private MigrationException stop(ItemMigration migration) {
        return assertThrows(MigrationException.class, () -> judge(migration));
    }
}
