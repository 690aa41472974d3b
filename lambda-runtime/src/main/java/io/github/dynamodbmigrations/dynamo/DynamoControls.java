package io.github.dynamodbmigrations.dynamo;

import io.github.dynamodbmigrations.history.Control;
import io.github.dynamodbmigrations.history.Controls;
import io.github.dynamodbmigrations.history.RunKey;
import io.github.dynamodbmigrations.history.WorkerReport;
import java.util.List;

/** Operators' wishes in the history table. */
public final class DynamoControls implements Controls {
    private final HistoryItems items;
    private final ControlCodec codec;

    /**
     * Makes one.
     *
     * @param items the table
     */
    public DynamoControls(HistoryItems items) {
        this.items = items;
        this.codec = new ControlCodec(items.codec());
    }

    @Override
    public Control read() {
        return items.get(items.codec().key(HistoryItemCodec.CONTROL_SORT))
                .map(codec::read)
                .orElse(Control.NONE);
    }

    @Override
    public boolean change(Control seen, Control next) {
        return items.write(codec.change(seen, next)).isEmpty();
    }

    @Override
    public void report(RunKey run, long epoch, WorkerReport report) {
        items.write(codec.report(run, epoch, report));
    }

    @Override
    public List<WorkerReport> reports(RunKey run) {
        return items.query(items.codec().partition(run), HistoryItemCodec.WORKER_SORTS).stream()
                .map(StoredItem::new)
                .map(codec::report)
                .toList();
    }
}
