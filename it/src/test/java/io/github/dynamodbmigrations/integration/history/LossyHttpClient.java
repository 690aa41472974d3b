package io.github.dynamodbmigrations.integration.history;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/** Sends every request, and loses the first answer to each of those that are chosen. */
final class LossyHttpClient implements SdkHttpClient {
    final AtomicInteger lost = new AtomicInteger();
    private final SdkHttpClient client;
    private final Predicate<String> chosen;
    private int toLose = 1;

    /** Loses answers to requests whose target, for example {@code DynamoDB_20120810.PutItem}, is chosen. */
    LossyHttpClient(SdkHttpClient client, Predicate<String> chosen) {
        this.client = client;
        this.chosen = chosen;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        var prepared = client.prepareRequest(request);
        var target = request.httpRequest().firstMatchingHeader("X-Amz-Target").orElse("");
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                var response = prepared.call();
                if (chosen.test(target) && toLose > 0) {
                    toLose--;
                    lost.incrementAndGet();
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
