package io.github.dynamodbmigrations.integration;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.utils.IoUtils;

/** Refuses the first requests of some actions with the service's own answer, each request so often; then lets them pass. */
final class RefusingHttpClient implements SdkHttpClient {
    /** Each transaction has another one, also when it is made again. */
    private static final Pattern TOKEN = Pattern.compile("\"ClientRequestToken\":\"[^\"]*\"");

    private final SdkHttpClient client = UrlConnectionHttpClient.create();
    private final Map<String, Integer> refused = new HashMap<>();
    private Predicate<String> action = name -> false;
    private String body = "";
    private int times;

    /** From now on. */
    void refuse(Predicate<String> actions, String answer, int howOften) {
        action = actions;
        body = answer;
        times = howOften;
    }

    /** How many requests have been refused. */
    synchronized int refusals() {
        return refused.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return isRefused(request) ? new Refusal() : client.prepareRequest(request);
    }

    private synchronized boolean isRefused(HttpExecuteRequest request) {
        var name = action(request.httpRequest());
        if (!action.test(name)) {
            return false;
        }
        var what = name
                + request.contentStreamProvider()
                        .map(content -> TOKEN.matcher(text(content.newStream())).replaceAll(""))
                        .orElse("");
        var before = refused.getOrDefault(what, 0);
        if (before == times) {
            return false;
        }
        refused.put(what, before + 1);
        return true;
    }

    private static String action(SdkHttpRequest request) {
        var target = request.firstMatchingHeader("X-Amz-Target").orElse("");
        return target.substring(target.indexOf('.') + 1);
    }

    private static String text(InputStream content) {
        try (content) {
            return IoUtils.toUtf8String(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }

    /** What the service answers. */
    private final class Refusal implements ExecutableHttpRequest {
        @Override
        public HttpExecuteResponse call() {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            return HttpExecuteResponse.builder()
                    .response(SdkHttpFullResponse.builder()
                            .statusCode(400)
                            .putHeader("Content-Type", "application/x-amz-json-1.0")
                            .putHeader("Content-Length", Integer.toString(bytes.length))
                            .build())
                    .responseBody(AbortableInputStream.create(new ByteArrayInputStream(bytes)))
                    .build();
        }

        @Override
        public void abort() {}
    }
}
