package io.github.dynamodbmigrations.dynamo;

import io.github.dynamodbmigrations.history.Control;
import io.github.dynamodbmigrations.history.Control.Abort;
import io.github.dynamodbmigrations.history.Control.Rate;
import io.github.dynamodbmigrations.history.Control.Wish;
import io.github.dynamodbmigrations.history.RunKey;
import io.github.dynamodbmigrations.history.WorkerReport;
import io.github.dynamodbmigrations.history.WorkerReport.Use;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The CONTROL item, and those in which workers say how fast they are.
 *
 * @param items keys and common attributes
 */
record ControlCodec(HistoryItemCodec items) {
    private static final String REVISION = "revision";
    private static final String RATE = "rate";
    private static final String PAUSE = "pause";
    private static final String ABORT = "abort";
    private static final String READ_UNITS = "readUnits";
    private static final String WRITE_UNITS = "writeUnits";
    private static final String WHO = "who";
    private static final String WHY = "why";
    private static final String SINCE = "since";
    private static final String WORKER = "worker";
    private static final String READS = "reads";
    private static final String WRITES = "writes";
    private static final String USED = "used";
    private static final String OF = "of";
    private static final String WAITS_FOR = "waitsFor";
    private static final String AT = "at";

    Control read(StoredItem item) {
        return new Control(
                item.number(REVISION),
                item.maybeMap(RATE)
                        .map(it -> new Rate(run(it), units(it, READ_UNITS), units(it, WRITE_UNITS), wish(it))),
                item.maybeMap(PAUSE).map(ControlCodec::wish),
                item.maybeMap(ABORT).map(it -> new Abort(run(it), it.number(HistoryItemCodec.EPOCH), wish(it))));
    }

    HistoryWrite change(Control seen, Control next) {
        var item = new ItemBuilder()
                .all(items.key(HistoryItemCodec.CONTROL_SORT))
                .number(REVISION, seen.revision() + 1)
                .maybeMap(
                        RATE,
                        next.rate()
                                .map(rate -> of(rate.wish())
                                        .all(of(rate.run()).build())
                                        .value(READ_UNITS, units(rate.readUnits()))
                                        .value(WRITE_UNITS, units(rate.writeUnits()))
                                        .build()))
                .maybeMap(PAUSE, next.pause().map(wish -> of(wish).build()))
                .maybeMap(
                        ABORT,
                        next.abort()
                                .map(abort -> of(abort.wish())
                                        .all(of(abort.run()).build())
                                        .number(HistoryItemCodec.EPOCH, abort.epoch())
                                        .build()))
                .build();
        return seen.revision() == 0
                ? HistoryItemCodec.create(item, REVISION)
                : new HistoryWrite.Put(item, Expression.of("#revision = :seen").with(":seen", seen.revision()));
    }

    private static ItemBuilder of(Wish wish) {
        return new ItemBuilder().text(WHO, wish.who()).text(WHY, wish.why()).instant(SINCE, wish.since());
    }

    private static ItemBuilder of(RunKey run) {
        return new ItemBuilder()
                .number(HistoryItemCodec.VERSION, run.version())
                .number(HistoryItemCodec.RANK, run.rank());
    }

    private static Wish wish(StoredItem map) {
        return new Wish(map.text(WHO), map.text(WHY), map.instant(SINCE));
    }

    private static RunKey run(StoredItem map) {
        return new RunKey(map.number(HistoryItemCodec.VERSION), map.number(HistoryItemCodec.RANK));
    }

    private static AttributeValue units(double perSecond) {
        return AttributeValue.fromN(Double.toString(perSecond));
    }

    private static double units(StoredItem map, String name) {
        return Double.parseDouble(map.value(name).n());
    }

    /** In place of what the worker said before, unless a later attempt has said something. */
    HistoryWrite report(RunKey run, long epoch, WorkerReport report) {
        var item = new ItemBuilder()
                .all(items.key(run, HistoryItemCodec.WORKER_SORTS + report.worker()))
                .number(HistoryItemCodec.EPOCH, epoch)
                .text(WORKER, report.worker())
                .map(READS, use(report.reads()))
                .map(WRITES, use(report.writes()))
                .maybeText(WAITS_FOR, report.waitsFor())
                .instant(AT, report.at())
                .build();
        return new HistoryWrite.Put(
                item,
                Expression.of("attribute_not_exists(#epoch) OR #epoch <= :epoch")
                        .with(":epoch", epoch));
    }

    WorkerReport report(StoredItem item) {
        return new WorkerReport(
                item.text(WORKER),
                use(item.map(READS)),
                use(item.map(WRITES)),
                item.maybeText(WAITS_FOR),
                item.instant(AT));
    }

    private static Map<String, AttributeValue> use(Use use) {
        return new ItemBuilder()
                .value(USED, units(use.used()))
                .value(OF, units(use.of()))
                .build();
    }

    private static Use use(StoredItem map) {
        return new Use(units(map, USED), units(map, OF));
    }
}
