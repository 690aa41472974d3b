package io.github.dynamodbmigrations.integration;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/** Sends every request, and loses the answer to the first that is chosen: the SDK then repeats what has happened already. */
public final class LossyHttpClient implements SdkHttpClient {
    private final AtomicBoolean lost = new AtomicBoolean();
    private final SdkHttpClient client;
    private final Predicate<String> chosen;

    /** Loses the answer to a request whose target, for example {@code DynamoDB_20120810.PutItem}, is chosen. */
    public LossyHttpClient(SdkHttpClient client, Predicate<String> chosen) {
        this.client = client;
        this.chosen = chosen;
    }

    /** Whether an answer was lost. */
    public boolean hasLost() {
        return lost.get();
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        var prepared = client.prepareRequest(request);
        var target = request.httpRequest().firstMatchingHeader("X-Amz-Target").orElse("");
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                var response = prepared.call();
                if (chosen.test(target) && lost.compareAndSet(false, true)) {
                    throw new IOException("the answer was lost");
                }
                return response;
            }

            @Override
            public void abort() {
                prepared.abort();
            }
        };
    }

    @Override
    public void close() {
        client.close();
    }
}
