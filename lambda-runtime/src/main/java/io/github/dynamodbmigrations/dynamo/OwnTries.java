package io.github.dynamodbmigrations.dynamo;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryUtils;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;

/**
 * Which requests the SDK makes again by itself: those whose answer was lost or that the service failed at. A request that
 * was refused for want of capacity comes back at once, since only the engine knows which budget has to slow down for it.
 */
final class OwnTries {
    private static final int MOST = 3;

    static final RetryStrategy STRATEGY = DefaultRetryStrategy.standardStrategyBuilder()
            .useClientDefaults(false)
            .maxAttempts(MOST)
            .retryOnException(OwnTries::isMadeAgain)
            .build();

    private OwnTries() {}

    private static boolean isMadeAgain(Throwable thrown) {
        return thrown instanceof SdkException of && (Refusals.isUnavailable(of) || RetryUtils.isClockSkewException(of));
    }
}
