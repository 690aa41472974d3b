package io.github.dynamodbmigrations.dynamo;

import io.github.dynamodbmigrations.history.Control;
import io.github.dynamodbmigrations.history.Controls;

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
}
