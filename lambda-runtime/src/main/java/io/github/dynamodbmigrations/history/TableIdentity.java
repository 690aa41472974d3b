package io.github.dynamodbmigrations.history;

import io.github.dynamodbmigrations.scan.KeySchema;
import java.time.Instant;
import java.util.Optional;

/**
 * A table as the service knows it.
 *
 * @param logical the name that migrations use
 * @param name the name or ARN to call it by
 * @param arn its ARN
 * @param id its TableId; where the service gives none, when it was created
 * @param keys its key attributes
 */
public record TableIdentity(String logical, String name, String arn, Optional<String> id, KeySchema keys) {
    static final String CREATED = "created ";

    /** What tells tables of one name apart where there is no TableId. */
    public static String created(Instant instant) {
        return CREATED + instant;
    }
}
