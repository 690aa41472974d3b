package io.github.dynamodbmigrations.dynamo;

import io.github.dynamodbmigrations.history.Control;
import io.github.dynamodbmigrations.history.Control.Abort;
import io.github.dynamodbmigrations.history.Control.Rate;
import io.github.dynamodbmigrations.history.Control.Wish;
import io.github.dynamodbmigrations.history.RunKey;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The CONTROL item.
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
}
