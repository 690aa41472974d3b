package io.github.dynamodbmigrations.write;

import io.github.dynamodbmigrations.diff.Objection;
import io.github.dynamodbmigrations.throttle.TransientReason;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What came of one try to write. */
public sealed interface WriteResult {
    /** Write capacity consumed. */
    double units();

    /**
     * Acknowledged.
     *
     * @param units as reported
     */
    record Written(double units) implements WriteResult {}

    /**
     * The original no longer meets the condition.
     *
     * @param image as it is now, with its guard
     * @param units charged for the refusal
     */
    record Refused(Map<String, AttributeValue> image, double units) implements WriteResult {
        /** Shows no image. */
        @Override
        public String toString() {
            return "refused";
        }
    }

    /**
     * There is no original any more.
     *
     * @param units charged for the refusal
     */
    record Gone(double units) implements WriteResult {}

    /**
     * The ledger has a marker of this rank for the item.
     *
     * @param units charged for the refusal
     */
    record Marked(double units) implements WriteResult {}

    /**
     * The ledger has no marker of the rank that is to be undone.
     *
     * @param units charged for the refusal
     */
    record NotApplied(double units) implements WriteResult {}

    /**
     * The original met its condition, but an item exists where one was to be put.
     *
     * @param units charged for the refusal
     */
    record TargetExists(double units) implements WriteResult {}

    /**
     * DynamoDB does not take what the item would become.
     *
     * @param objection why
     */
    record Invalid(Objection objection) implements WriteResult {
        @Override
        public double units() {
            return 0;
        }
    }

    /**
     * Refused for now.
     *
     * @param reason why
     */
    record Transient(TransientReason reason) implements WriteResult {
        @Override
        public double units() {
            return 0;
        }
    }
}
