package io.github.dynamodbmigrations.dynamo;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Applies the update expressions that the history uses: SET of a value, with if_not_exists, and REMOVE. */
final class SetExpression {
    private static final Pattern SET = Pattern.compile("#(\\w+) = (if_not_exists\\(#\\w+, )?(:\\w+)");
    private static final Pattern NAME = Pattern.compile("#(\\w+)");

    private SetExpression() {}

    static StoredItem apply(StoredItem item, Expression update) {
        Map<String, AttributeValue> after = new HashMap<>(item.attributes());
        var remove = update.text().indexOf("REMOVE");
        var set = remove < 0 ? update.text() : update.text().substring(0, remove);
        SET.matcher(set).results().forEach(found -> {
            if (found.group(2) == null || !after.containsKey(found.group(1))) {
                after.put(found.group(1), update.values().get(found.group(3)));
            }
        });
        if (remove >= 0) {
            NAME.matcher(update.text().substring(remove)).results().forEach(found -> after.remove(found.group(1)));
        }
        return new StoredItem(after);
    }
}
