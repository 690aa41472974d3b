package io.github.dynamodbmigrations.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import io.github.dynamodbmigrations.MigrationException;
import io.github.dynamodbmigrations.history.FailureCode;
import io.github.dynamodbmigrations.trigger.Answer;
import io.github.dynamodbmigrations.trigger.ResourceRequest;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sees to it that a request of CloudFormation is answered, whatever comes of it: without an answer a deployment hangs for
 * an hour.
 */
final class CustomResource {
    /** Left for the answer itself when a function's time is nearly over. */
    private static final long RESERVE_MILLIS = 15_000;

    private CustomResource() {}

    /** Does what is asked; it answers by itself, now or later. */
    @FunctionalInterface
    interface Work {
        /** Does it. */
        void run(ResourceRequest request);
    }

    /** Answers in place of the work. */
    @FunctionalInterface
    interface LastWord {
        /** Answers. */
        void fail(ResourceRequest request, Throwable thrown);
    }

    static boolean isRequest(Event event) {
        return event.find("RequestType").isPresent()
                && event.find("ResponseURL").isPresent();
    }

    static Map<String, Object> handle(Event event, Context context, Work work, LastWord lastWord) {
        var request = request(event);
        var isSaid = new AtomicBoolean();
        var clock = new ScheduledThreadPoolExecutor(1, task -> {
            var thread = new Thread(task, "last-word");
            thread.setDaemon(true);
            return thread;
        });
        try {
            var left = Math.max(1, context.getRemainingTimeInMillis() - RESERVE_MILLIS);
            var unused = clock.schedule(
                    () -> {
                        if (isSaid.compareAndSet(false, true)) {
                            lastWord.fail(request, slow());
                        }
                    },
                    left,
                    TimeUnit.MILLISECONDS);
            work.run(request);
        } catch (Throwable thrown) {
            if (isNotTaken(thrown)) {
                throw thrown;
            }
            if (isSaid.compareAndSet(false, true)) {
                lastWord.fail(request, thrown);
            }
        } finally {
            end(clock);
        }
        return Map.of();
    }

    /** A last word that is being said is waited for: when the handler returns, everything stands still. */
    private static void end(ScheduledThreadPoolExecutor clock) {
        clock.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        clock.shutdown();
        try {
            var unused = clock.awaitTermination(RESERVE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Trying again at once would not help; AWS Lambda delivers the event again after a minute. */
    private static boolean isNotTaken(Throwable thrown) {
        return thrown instanceof MigrationException known && known.code().equals(FailureCode.ANSWER_NOT_TAKEN.code());
    }

    private static MigrationException slow() {
        return FailureCode.UNEXPECTED.exception("function's time is nearly over: the deployment's function. It has not"
                + " come to an end. Deploy again; if this stays, see the function's log.");
    }

    private static ResourceRequest request(Event event) {
        return new ResourceRequest(
                ResourceRequest.Type.valueOf(event.text("RequestType").toUpperCase(Locale.ROOT)),
                event.text("RequestId"),
                event.text("ResponseURL"),
                event.text("StackId"),
                event.text("LogicalResourceId"),
                event.find("PhysicalResourceId").orElse(""));
    }

    /** Answers without anything that is remembered. */
    static LastWord directly(HttpAnswers answers, String physicalId) {
        return (request, thrown) -> answers.put(
                request.responseUrl(), Answer.thrown(request.type(), thrown).body(request, physicalId));
    }
}
