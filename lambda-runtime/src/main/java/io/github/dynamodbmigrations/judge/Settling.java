package io.github.dynamodbmigrations.judge;

import io.github.dynamodbmigrations.Change;
import io.github.dynamodbmigrations.Item;
import io.github.dynamodbmigrations.diff.ItemDiff;
import io.github.dynamodbmigrations.diff.NormalForm;
import io.github.dynamodbmigrations.diff.ObservedItem;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Whether the author's function leaves alone what it has made, in the form in which DynamoDB gives it back. */
record Settling(AuthorFunction function) {
    /**
     * Looks for a counter-example.
     *
     * @param written an image that the function made
     * @return what the function does to it, in a few words; empty if it leaves it alone
     */
    Optional<String> counterExample(Map<String, AttributeValue> written) {
        var stored = NormalForm.of(written);
        if (!(Trial.of(function, Item.of(stored)) instanceof Trial.Gave gave)) {
            return Optional.of("throws");
        }
        if (!Changes.puts(gave.change()).isEmpty()) {
            return Optional.of("puts a further item again");
        }
        if (gave.change() instanceof Change.Update update) {
            var again = ItemDiff.between(stored, ObservedItem.imageOf(update.item()));
            return again.isEmpty() ? Optional.empty() : Optional.of(Stops.changesAgain(again.names()));
        }
        if (gave.change() instanceof Change.Delete) {
            return Optional.of("deletes it");
        }
        return gave.change() instanceof Change.Reject ? Optional.of("rejects it") : Optional.empty();
    }
}
