package io.github.dynamodbmigrations.dynamo;

import io.github.dynamodbmigrations.diff.ItemSize;
import io.github.dynamodbmigrations.diff.Objection;
import io.github.dynamodbmigrations.diff.RejectCode;
import io.github.dynamodbmigrations.plan.RunPlan;
import io.github.dynamodbmigrations.scan.ItemKey;
import io.github.dynamodbmigrations.throttle.Pause;
import io.github.dynamodbmigrations.write.ItemWrite;
import io.github.dynamodbmigrations.write.ItemWriter;
import io.github.dynamodbmigrations.write.WriteResult;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ItemCollectionSizeLimitExceededException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Writes items with UpdateItem, DeleteItem and TransactWriteItems. The acknowledgement of an update may be lost and the
 * SDK repeat it: the refusal then returns our own result, which is judged like any other image. Transactions carry a
 * token, by which the service recognises the repetition.
 */
public final class DynamoItemWriter implements ItemWriter {
    private final DynamoDbClient client;
    private final String table;
    private final Optional<LedgerMarkers> markers;
    private final WriteRequests requests;
    private final Requests single;

    /**
     * A writer for a run.
     *
     * @param client of the table's account and region
     * @param plan the run's plan; of a table
     * @param markers where markers are kept; given exactly under the guard LEDGER
     * @param pause how to wait before a marker is asked for again
     */
    public DynamoItemWriter(DynamoDbClient client, RunPlan plan, Optional<LedgerMarkers> markers, Pause pause) {
        this.client = client;
        this.table = plan.table().orElseThrow().name();
        this.markers = markers;
        this.requests = new WriteRequests(plan, markers);
        this.single = new Requests(client, pause);
    }

    @Override
    public WriteResult write(ItemWrite write) {
        try {
            var undone = markers.filter(DynamoItemWriter::isUndoing).flatMap(ledger -> applied(ledger, write.key()));
            if (undone.isEmpty() && markers.filter(DynamoItemWriter::isUndoing).isPresent()) {
                return new WriteResult.NotApplied(0);
            }
            return new WriteResult.Written(send(write, undone));
        } catch (ConditionalCheckFailedException refused) {
            return refused(refused.item(), 1);
        } catch (TransactionCanceledException canceled) {
            return CancelledTransaction.meaning(canceled, write, markers).orElseThrow(() -> canceled);
        } catch (ItemCollectionSizeLimitExceededException full) {
            return new WriteResult.Invalid(Objection.to(RejectCode.COLLECTION_TOO_LARGE));
        } catch (SdkException thrown) {
            return otherwise(thrown, write);
        }
    }

    private static boolean isUndoing(LedgerMarkers ledger) {
        return ledger.undoing().isPresent();
    }

    private Optional<LedgerMarkers> applied(LedgerMarkers ledger, ItemKey key) {
        return ledger.applied(rank -> has(rank, key));
    }

    private double send(ItemWrite write, Optional<LedgerMarkers> undone) {
        if (requests.needsTransaction(write)) {
            return units(client.transactWriteItems(requests.transaction(write, undone)).consumedCapacity().stream());
        }
        var consumed = write instanceof ItemWrite.Update update
                ? client.updateItem(requests.update(update)).consumedCapacity()
                : client.deleteItem(requests.delete((ItemWrite.Delete) write)).consumedCapacity();
        return units(Stream.ofNullable(consumed));
    }

    private static double units(Stream<ConsumedCapacity> consumed) {
        return consumed.map(ConsumedCapacity::capacityUnits)
                .mapToDouble(units -> units == null ? 0 : units)
                .sum();
    }

    /** A refusal does not say what it cost; it costs what the write of the item as it is would have cost. */
    static WriteResult refused(Map<String, AttributeValue> image, int factor) {
        return image.isEmpty()
                ? new WriteResult.Gone(factor)
                : new WriteResult.Refused(image, factor * ItemSize.writeUnits(image));
    }

    private WriteResult otherwise(SdkException thrown, ItemWrite write) {
        var reason = Refusals.transientReason(thrown);
        if (reason.isPresent()) {
            return new WriteResult.Transient(reason.get());
        }
        if (thrown instanceof DynamoDbException refused
                && Refusals.errorCode(refused).equals("ValidationException")) {
            var message = Refusals.message(refused);
            if (ContentRefusal.isOfExpression(message)) {
                throw Refusals.sourceRefused(refused, table);
            }
            return new WriteResult.Invalid(Objection.to(ContentRefusal.meaning(message)));
        }
        throw Refusals.stop(thrown, action(write), table, client);
    }

    private static String action(ItemWrite write) {
        if (write instanceof ItemWrite.Update) {
            return write.puts().isEmpty() ? "UpdateItem" : "PutItem";
        }
        return "DeleteItem";
    }

    @Override
    public boolean isMarked(ItemKey key) {
        return markers.filter(ledger -> has(ledger, key) || (isUndoing(ledger) && !isApplied(ledger, key)))
                .isPresent();
    }

    private boolean isApplied(LedgerMarkers ledger, ItemKey key) {
        return applied(ledger, key).filter(rank -> has(rank, key)).isPresent();
    }

    @Override
    public boolean isMarkedBy(long rank, ItemKey key) {
        return markers.filter(ledger -> has(ledger.of(rank), key)).isPresent();
    }

    private boolean has(LedgerMarkers ledger, ItemKey key) {
        return single.make(
                        "GetItem",
                        ledger.table(),
                        () -> client.getItem(request -> request.tableName(ledger.table())
                                .key(ledger.of(key))
                                .consistentRead(true)))
                .hasItem();
    }
}
