package io.github.dynamodbmigrations.bench;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.ItemMigration;
import io.github.dynamodbmigrations.RunContext;
import java.math.BigDecimal;

/** Gives the items of the first buckets the mark of the round. */
public final class SetMark implements ItemMigration {
    @Override
    public Change migrate(Item item, RunContext run) {
        var mark = new BigDecimal(run.parameter("mark").orElseThrow());
        var buckets = new BigDecimal(run.parameter("buckets").orElseThrow());
        if (item.number("bucket").orElseThrow().compareTo(buckets) >= 0
                || item.number("mark").orElseThrow().compareTo(mark) == 0) {
            return Change.keep();
        }
        return Change.update(item.with("mark", mark));
    }
}
