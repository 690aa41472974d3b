package shop.migrations;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.Migration;
import io.github.dynamodbmigrations.Reversible;
import io.github.dynamodbmigrations.RunContext;
import io.github.dynamodbmigrations.Scan;

/** Letters begin with a first name: {@code fullName} becomes {@code firstName} and {@code lastName}, and back. */
@Migration(version = 2, table = "Shop", description = "Split fullName into firstName and lastName")
@Scan(filter = "attribute_exists(fullName)")
public final class V0002_SplitFullName implements Reversible {
    @Override
    public Change migrate(Item customer, RunContext run) {
        var fullName = customer.string("fullName");
        if (fullName.isEmpty()) {
            return Change.keep();
        }
        var names = fullName.get().split(" ", 2);
        if (names.length < 2) {
            return Change.reject("fullName has no space");
        }
        return Change.update(
                customer.without("fullName").with("firstName", names[0]).with("lastName", names[1]));
    }

    @Override
    public Change reverse(Item customer, RunContext run) {
        var firstName = customer.string("firstName");
        var lastName = customer.string("lastName");
        if (firstName.isEmpty() || lastName.isEmpty()) {
            return Change.keep();
        }
        return Change.update(
                customer.without("firstName", "lastName").with("fullName", firstName.get() + " " + lastName.get()));
    }
}
