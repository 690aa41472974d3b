package io.github.dynamodbmigrations.integration;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** Lets one request arrive and loses its answer, as a network may: the SDK then repeats what has happened already. */
final class LossyHttpClient implements SdkHttpClient {
    final AtomicInteger lost = new AtomicInteger();
    private final SdkHttpClient client = UrlConnectionHttpClient.create();
    private final AtomicBoolean armed = new AtomicBoolean();

    /** The next answer is lost. */
    void loseNext() {
        armed.set(true);
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        var prepared = client.prepareRequest(request);
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                var response = prepared.call();
                if (armed.compareAndSet(true, false)) {
                    lost.incrementAndGet();
                    throw new IOException("connection reset");
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
