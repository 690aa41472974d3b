package io.github.dynamodbmigrations.run;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Waiting that an interrupt does not cut short, and does not swallow. */
final class Uninterrupted {
    private Uninterrupted() {}

    static <T> T get(Future<T> future) throws ExecutionException {
        var isInterrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    isInterrupted = true;
                }
            }
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
