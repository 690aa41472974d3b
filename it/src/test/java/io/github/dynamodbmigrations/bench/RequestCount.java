package io.github.dynamodbmigrations.bench;

import java.util.concurrent.atomic.LongAdder;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Counts the requests of all clients of this process: the SDK finds it by its name among the resources. */
public final class RequestCount implements ExecutionInterceptor {
    private static final LongAdder SENT = new LongAdder();

    /** How many there have been. */
    static long sent() {
        return SENT.sum();
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        SENT.increment();
    }
}
