package io.github.dynamodbmigrations.lambda;

import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.throttle.Pause;
import io.github.dynamodbmigrations.trigger.Answers;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Puts answers where CloudFormation fetches them. The URL is signed for no content type, so that an empty one is sent.
 *
 * @param pause how to wait between tries
 */
record HttpAnswers(Pause pause) implements Answers {
    private static final int TRIES = 5;
    private static final int TIMEOUT_MILLIS = 10_000;
    private static final int TAKEN = 2;

    @Override
    public void put(String url, String body) {
        var last = "";
        for (var attempt = 1; attempt <= TRIES; attempt++) {
            if (attempt > 1) {
                pause.pause(Duration.ofSeconds(1L << (attempt - 2)));
            }
            try {
                var status = once(URI.create(url), body.getBytes(StandardCharsets.UTF_8));
                if (status / 100 == TAKEN) {
                    return;
                }
                last = "status " + status;
            } catch (IOException | IllegalArgumentException failed) {
                // Its message may show the URL.
                last = failed.getClass().getSimpleName();
            }
        }
        throw FailureCode.ANSWER_NOT_TAKEN.exception(
                "answer was not taken: CloudFormation's address. Tried " + TRIES + " times, the last time " + last
                        + ". The history has the answer; deploy again if the deployment fails.");
    }

    private static int once(URI url, byte[] body) throws IOException {
        var connection = (HttpURLConnection) url.toURL().openConnection();
        try {
            connection.setRequestMethod("PUT");
            connection.setRequestProperty("Content-Type", "");
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            connection.setInstanceFollowRedirects(false);
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(body.length);
            try (var out = connection.getOutputStream()) {
                out.write(body);
            }
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }
}
