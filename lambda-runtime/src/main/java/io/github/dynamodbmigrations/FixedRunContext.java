package io.github.dynamodbmigrations;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A run context whose values are all known. */
record FixedRunContext(String runId, long targetVersion, Instant startedAt, Map<String, String> parameters)
        implements RunContext {
    @Override
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }
}
