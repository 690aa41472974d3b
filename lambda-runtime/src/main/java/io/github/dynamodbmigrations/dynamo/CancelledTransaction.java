package io.github.dynamodbmigrations.dynamo;

import io.github.dynamodbmigrations.diff.Objection;
import io.github.dynamodbmigrations.diff.RejectCode;
import io.github.dynamodbmigrations.throttle.TransientReason;
import io.github.dynamodbmigrations.write.ItemWrite;
import io.github.dynamodbmigrations.write.WriteResult;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Reads why a transaction was cancelled: one reason for each of its parts, in their order. */
final class CancelledTransaction {
    private static final String CONDITION = "ConditionalCheckFailed";
    private static final int COST_FACTOR = 2;

    private CancelledTransaction() {}

    /** What it means; empty if a reason is not known. */
    static Optional<WriteResult> meaning(
            TransactionCanceledException canceled, ItemWrite write, Optional<LedgerMarkers> markers) {
        var hasMarker = markers.isPresent();
        var undoes = markers.flatMap(LedgerMarkers::undoing).isPresent();
        var reasons = canceled.cancellationReasons();
        var original = reasons.get(0);
        var afterPuts = 1 + write.puts().size();
        if (hasMarker && isCondition(reasons.get(afterPuts))) {
            return Optional.of(new WriteResult.Marked(COST_FACTOR));
        }
        if (undoes && isCondition(reasons.get(reasons.size() - 1))) {
            return Optional.of(new WriteResult.NotApplied(COST_FACTOR));
        }
        // A lost acknowledgement gives both reasons: the original's comes first, or our own put would look like
        // another's.
        if (isCondition(original)) {
            return Optional.of(DynamoItemWriter.refused(original.item(), COST_FACTOR));
        }
        return firstOf(reasons, CancelledTransaction::transientReason)
                .<WriteResult>map(WriteResult.Transient::new)
                .or(() -> reasons.subList(1, afterPuts).stream().anyMatch(CancelledTransaction::isCondition)
                        ? Optional.of(new WriteResult.TargetExists(COST_FACTOR))
                        : Optional.empty())
                .or(() -> firstOf(reasons, CancelledTransaction::objection).map(WriteResult.Invalid::new));
    }

    private static <T> Optional<T> firstOf(
            List<CancellationReason> reasons, Function<CancellationReason, Stream<T>> reader) {
        return reasons.stream().flatMap(reader).findFirst();
    }

    private static boolean isCondition(CancellationReason reason) {
        return CONDITION.equals(reason.code());
    }

    private static Stream<TransientReason> transientReason(CancellationReason reason) {
        return switch (code(reason)) {
            case "TransactionConflict" -> Stream.of(TransientReason.TRANSACTION_CONFLICT);
            case "ProvisionedThroughputExceeded", "ThrottlingError" -> Stream.of(TransientReason.TABLE);
            default -> Stream.empty();
        };
    }

    private static Stream<Objection> objection(CancellationReason reason) {
        return switch (code(reason)) {
            case "ItemCollectionSizeLimitExceeded" -> Stream.of(Objection.to(RejectCode.COLLECTION_TOO_LARGE));
            case "ValidationError" -> Stream.of(Objection.to(ContentRefusal.meaning(String.valueOf(reason.message()))));
            default -> Stream.empty();
        };
    }

    private static String code(CancellationReason reason) {
        return String.valueOf(reason.code());
    }
}
