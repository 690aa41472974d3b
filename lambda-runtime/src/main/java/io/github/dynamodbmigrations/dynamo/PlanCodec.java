package io.github.dynamodbmigrations.dynamo;

import io.github.dynamodbmigrations.history.KnownGuards;
import io.github.dynamodbmigrations.history.RunKey;
import io.github.dynamodbmigrations.history.TableIdentity;
import io.github.dynamodbmigrations.plan.GuardMode;
import io.github.dynamodbmigrations.plan.RunPlan;
import io.github.dynamodbmigrations.plan.WriterFacts;
import io.github.dynamodbmigrations.scan.KeySchema;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The PLAN items.
 *
 * @param items keys and common attributes
 */
record PlanCodec(HistoryItemCodec items) {
    private static final String RUN_ID = "runId";
    private static final String STARTED_AT = "startedAt";
    private static final String PARAMETERS = "parameters";
    private static final String TABLE = "table";
    private static final String SOURCE = "source";
    private static final String SEGMENTS = "totalSegments";
    private static final String GUARD = "guard";
    private static final String GUARD_ATTRIBUTE = "guardAttribute";
    private static final String WRITERS = "writers";
    private static final String EXCLUDED = "excludedPartitions";
    private static final String OTHER_GUARDS = "otherGuards";
    private static final String FORGOTTEN = "forgottenRanks";
    private static final String MAX_REJECTED = "maxRejected";
    private static final String LEFT_BY = "leftBy";

    /** Freezes a plan. */
    HistoryWrite freeze(RunPlan plan) {
        return HistoryItemCodec.create(write(plan), RUN_ID);
    }

    /** Replaces the plan of a run that goes on: by an equal one, unless the author chose to go on with changed code. */
    HistoryWrite replace(RunPlan plan) {
        return new HistoryWrite.Put(
                write(plan), Expression.of("#runId = :runId").with(":runId", plan.runId()));
    }

    private Map<String, AttributeValue> write(RunPlan plan) {
        var run = new RunKey(plan.version(), plan.rank());
        var begun = new ItemBuilder().all(items.key(run, HistoryItemCodec.PLAN_SORT));
        return HistoryItemCodec.undoing(HistoryItemCodec.checksums(begun, plan.checksums()), plan.undoing())
                .number(HistoryItemCodec.VERSION, plan.version())
                .number(HistoryItemCodec.RANK, plan.rank())
                .text(RUN_ID, plan.runId())
                .instant(STARTED_AT, plan.startedAt())
                .map(PARAMETERS, texts(plan.parameters()))
                .maybeMap(TABLE, plan.table().map(PlanCodec::table))
                .map(SOURCE, SourceCodec.write(plan.source()))
                .number(SEGMENTS, plan.totalSegments())
                .text(GUARD, plan.guard().name())
                .text(GUARD_ATTRIBUTE, plan.guardAttribute())
                .map(WRITERS, writers(plan.writers()))
                .maybeText(EXCLUDED, plan.excludedPartitions())
                .number(MAX_REJECTED, plan.maxRejected())
                .maybeNumber(LEFT_BY, plan.leftBy())
                .flag(OTHER_GUARDS, plan.guards().others())
                .list(FORGOTTEN, HistoryItemCodec.ranks(plan.guards().forgotten()))
                .build();
    }

    RunPlan read(StoredItem item) {
        return new RunPlan(
                item.number(HistoryItemCodec.VERSION),
                item.number(HistoryItemCodec.RANK),
                HistoryItemCodec.undoing(item),
                item.maybeNumber(LEFT_BY),
                item.text(RUN_ID),
                item.instant(STARTED_AT),
                texts(item.map(PARAMETERS)),
                item.maybeMap(TABLE).map(PlanCodec::table),
                SourceCodec.read(item.map(SOURCE)),
                (int) item.number(SEGMENTS),
                GuardMode.valueOf(item.text(GUARD)),
                item.text(GUARD_ATTRIBUTE),
                writers(item.map(WRITERS)),
                item.maybeText(EXCLUDED),
                HistoryItemCodec.checksums(item),
                item.number(MAX_REJECTED),
                new KnownGuards(item.flag(OTHER_GUARDS), HistoryItemCodec.ranks(item, FORGOTTEN)));
    }

    private static Map<String, AttributeValue> table(TableIdentity table) {
        return new ItemBuilder()
                .text("logical", table.logical())
                .text("name", table.name())
                .text("arn", table.arn())
                .maybeText("id", table.id())
                .map("keys", keys(table.keys()))
                .build();
    }

    private static TableIdentity table(StoredItem map) {
        return new TableIdentity(
                map.text("logical"), map.text("name"), map.text("arn"), map.maybeText("id"), keys(map.map("keys")));
    }

    static Map<String, AttributeValue> keys(KeySchema keys) {
        return new ItemBuilder()
                .text("partition", keys.partition())
                .maybeText("sort", keys.sort())
                .build();
    }

    static KeySchema keys(StoredItem map) {
        return new KeySchema(map.text("partition"), map.maybeText("sort"));
    }

    private static Map<String, AttributeValue> writers(WriterFacts facts) {
        return new ItemBuilder()
                .maybeText("versionAttribute", facts.versionAttribute())
                .list(
                        "attributes",
                        facts.attributes().stream().map(AttributeValue::fromS).toList())
                .flag("updateOnly", facts.updateOnly())
                .flag("addNothing", facts.addNothing())
                .maybeText("region", facts.region())
                .build();
    }

    private static WriterFacts writers(StoredItem map) {
        return new WriterFacts(
                map.maybeText("versionAttribute"),
                map.list("attributes").stream().map(AttributeValue::s).toList(),
                map.flag("updateOnly"),
                map.flag("addNothing"),
                map.maybeText("region"));
    }

    static Map<String, AttributeValue> texts(Map<String, String> texts) {
        var map = new ItemBuilder();
        texts.forEach(map::text);
        return map.build();
    }

    static Map<String, String> texts(StoredItem map) {
        var texts = new HashMap<String, String>();
        map.attributes().forEach((name, value) -> texts.put(name, value.s()));
        return texts;
    }
}
