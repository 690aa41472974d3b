package io.github.dynamodbmigrations.dynamo;

import io.github.dynamodbmigrations.history.Amendment;
import io.github.dynamodbmigrations.history.Binding;
import io.github.dynamodbmigrations.history.Checksums;
import io.github.dynamodbmigrations.history.Owner;
import io.github.dynamodbmigrations.history.RunKey;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The AMENDMENT items.
 *
 * @param items keys and common attributes
 */
record AmendmentCodec(HistoryItemCodec items) {
    private static final String NUMBER = "number";
    private static final String DATE = "date";
    private static final String WHO = "who";
    private static final String WHY = "why";
    private static final String ACT = "act";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String ITEMS = "items";
    private static final String OPEN = "open";
    private static final String RUNS = "runs";
    private static final String PASS = "pass";
    private static final String OWNER = "owner";
    private static final String OWNER_KIND = "ownerKind";
    private static final String LOGICAL = "logical";
    private static final String ARN = "arn";
    private static final String TABLE_ID = "tableId";

    /** Appends one: there is none of its number yet. */
    HistoryWrite append(Amendment amendment) {
        var item = new ItemBuilder()
                .all(items.key(HistoryItemCodec.amendmentSort(amendment.number())))
                .number(NUMBER, amendment.number())
                .instant(DATE, amendment.date())
                .text(WHO, amendment.who())
                .text(WHY, amendment.why())
                .text(ACT, amendment.act().getClass().getSimpleName());
        return HistoryItemCodec.create(with(item, amendment.act()).build(), ACT);
    }

    private static ItemBuilder with(ItemBuilder item, Amendment.Act act) {
        if (act instanceof Amendment.Baseline it) {
            return item.number(HistoryItemCodec.VERSION, it.version());
        }
        if (act instanceof Amendment.Accepted it) {
            return item.number(HistoryItemCodec.VERSION, it.version());
        }
        if (act instanceof Amendment.Realigned it) {
            return run(item, it.run()).map(FROM, checksums(it.from())).map(TO, checksums(it.to()));
        }
        if (act instanceof Amendment.Rebound it) {
            return item.map(FROM, binding(it.from())).map(TO, binding(it.to()));
        }
        if (act instanceof Amendment.Waived it) {
            return run(item, it.run()).number(ITEMS, it.items());
        }
        if (act instanceof Amendment.Retried it) {
            return run(item, it.run()).number(ITEMS, it.closed()).number(OPEN, it.open());
        }
        if (act instanceof Amendment.Unverified it) {
            return run(item, it.run()).number(PASS, it.pass());
        }
        if (act instanceof Amendment.Restored it) {
            return item.text(LOGICAL, it.logical())
                    .number(HistoryItemCodec.VERSION, it.version())
                    .list(RUNS, it.runs().stream().map(AmendmentCodec::run).toList());
        }
        if (act instanceof Amendment.GuardsAccepted) {
            return item;
        }
        var unlocked = (Amendment.Unlocked) act;
        return item.text(OWNER, unlocked.owner().id())
                .text(OWNER_KIND, unlocked.owner().kind().name())
                .number(HistoryItemCodec.EPOCH, unlocked.epoch());
    }

    Amendment read(StoredItem item) {
        return new Amendment(item.number(NUMBER), item.instant(DATE), item.text(WHO), item.text(WHY), act(item));
    }

    private static Amendment.Act act(StoredItem item) {
        return switch (item.text(ACT)) {
            case "Baseline" -> new Amendment.Baseline(item.number(HistoryItemCodec.VERSION));
            case "Accepted" -> new Amendment.Accepted(item.number(HistoryItemCodec.VERSION));
            case "Realigned" ->
                new Amendment.Realigned(
                        run(item),
                        HistoryItemCodec.checksums(item.map(FROM)),
                        HistoryItemCodec.checksums(item.map(TO)));
            case "Rebound" -> new Amendment.Rebound(binding(item.map(FROM)), binding(item.map(TO)));
            case "Restored" ->
                new Amendment.Restored(
                        item.text(LOGICAL),
                        item.number(HistoryItemCodec.VERSION),
                        item.list(RUNS).stream().map(AmendmentCodec::run).toList());
            case "GuardsAccepted" -> new Amendment.GuardsAccepted();
            case "Waived" -> new Amendment.Waived(run(item), item.number(ITEMS));
            case "Retried" -> new Amendment.Retried(run(item), item.number(ITEMS), item.number(OPEN));
            case "Unverified" -> new Amendment.Unverified(run(item), (int) item.number(PASS));
            case "Unlocked" ->
                new Amendment.Unlocked(
                        new Owner(Owner.Kind.valueOf(item.text(OWNER_KIND)), item.text(OWNER)),
                        item.number(HistoryItemCodec.EPOCH));
            default -> throw new IllegalStateException("an amendment of an unknown kind: " + item.text(ACT));
        };
    }

    private static ItemBuilder run(ItemBuilder item, RunKey run) {
        return item.number(HistoryItemCodec.VERSION, run.version()).number(HistoryItemCodec.RANK, run.rank());
    }

    private static RunKey run(StoredItem item) {
        return new RunKey(item.number(HistoryItemCodec.VERSION), item.number(HistoryItemCodec.RANK));
    }

    private static AttributeValue run(RunKey run) {
        return AttributeValue.fromS(run.version() + "#" + run.rank());
    }

    private static RunKey run(AttributeValue text) {
        var parts = text.s().split("#", -1);
        return new RunKey(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }

    private static Map<String, AttributeValue> checksums(Checksums checksums) {
        return HistoryItemCodec.checksums(new ItemBuilder(), checksums).build();
    }

    private static Map<String, AttributeValue> binding(Binding binding) {
        return new ItemBuilder()
                .text(LOGICAL, binding.logical())
                .text(ARN, binding.arn())
                .maybeText(TABLE_ID, binding.tableId())
                .build();
    }

    private static Binding binding(StoredItem map) {
        return new Binding(map.text(LOGICAL), map.text(ARN), map.maybeText(TABLE_ID));
    }
}
