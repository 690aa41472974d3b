package io.github.dynamodbmigrations.versions;

import io.github.dynamodbmigrations.history.Cause;
import io.github.dynamodbmigrations.history.Owner;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How an execution of the version machine ended that no run of ours tells of.
 *
 * @param owner the execution
 * @param startedAt when it started
 * @param before the version that the data had
 * @param reaches the version that it has, or was to have
 * @param cause why it did not succeed; empty if it did
 */
public record VersionEnd(Owner owner, Instant startedAt, long before, long reaches, Optional<Cause> cause) {
    /** The same for the same execution, so that recording its end again changes nothing. */
    public String uuid() {
        return UUID.nameUUIDFromBytes(owner.id().getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
