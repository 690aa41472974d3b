package shop.undone;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.Migration;
import io.github.dynamodbmigrations.Reversible;
import io.github.dynamodbmigrations.RunContext;
import io.github.dynamodbmigrations.Scan;

/** Settles in both directions; what is broken cannot be joined again. */
@Migration(version = 1, table = "Things", description = "Split the name")
@Scan(filter = "attribute_exists(fullName)")
public final class V0001_SplitName implements Reversible {
    @Override
    public Change migrate(Item item, RunContext run) {
        var names = item.string("fullName").orElse("").split(" ", 2);
        return names.length < 2
                ? Change.keep()
                : Change.update(item.without("fullName").with("first", names[0]).with("last", names[1]));
    }

    @Override
    public Change reverse(Item item, RunContext run) {
        if (item.has("broken")) {
            return Change.reject("broken");
        }
        var first = item.string("first");
        var last = item.string("last");
        return first.isEmpty() || last.isEmpty()
                ? Change.keep()
                : Change.update(item.without("first", "last").with("fullName", first.get() + " " + last.get()));
    }
}
