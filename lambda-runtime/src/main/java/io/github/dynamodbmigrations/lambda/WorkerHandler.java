package io.github.dynamodbmigrations.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.github.dynamodbmigrations.plan.Capacity;
import io.github.dynamodbmigrations.plan.TableFacts.Throughput;
import io.github.dynamodbmigrations.run.ActiveRun;
import io.github.dynamodbmigrations.run.Budgets;
import io.github.dynamodbmigrations.run.ItemWork;
import io.github.dynamodbmigrations.run.Machine;
import io.github.dynamodbmigrations.run.TaskRun;
import io.github.dynamodbmigrations.segment.Deadline;
import io.github.dynamodbmigrations.segment.Fence;
import io.github.dynamodbmigrations.segment.SegmentObserver;
import java.util.Map;
import java.util.stream.IntStream;

/** Walks every so-manieth segment of a run's pass, until it has come to their ends or its time is nearly over. */
public final class WorkerHandler implements RequestHandler<Map<String, Object>, Map<String, Object>> {
    private static final int RESERVE_MILLIS = 60_000;

    private final RuntimeEnvironment environment;

    /** For the Lambda runtime. */
    public WorkerHandler() {
        this(RuntimeEnvironment.ofProcess());
    }

    /**
     * For a test.
     *
     * @param environment what the function is told
     */
    public WorkerHandler(RuntimeEnvironment environment) {
        this.environment = environment;
    }

    /**
     * Handles a call of the state machine.
     *
     * @param fields the run, and which group of segments
     * @param context says how much time is left
     * @return {@code done}: whether the group's segments have come to their ends
     */
    @Override
    public Map<String, Object> handleRequest(Map<String, Object> fields, Context context) {
        var event = new Event(fields);
        try (var session = new Session(environment, event)) {
            var active = session.run();
            if (active.isTask()) {
                if (event.text("action").equals("migrate")) {
                    new TaskRun(
                                    active,
                                    session.ports().markers(),
                                    session.epoch(),
                                    environment.region(),
                                    environment.endpoint())
                            .execute();
                }
                return Map.of("done", true);
            }
            var pass = event.event("run").number("pass") + (event.text("action").equals("verify") ? 1 : 0);
            Deadline deadline = () -> context.getRemainingTimeInMillis() < RESERVE_MILLIS;
            return Map.of("done", walk(session, active.inPass((int) pass), event, deadline));
        }
    }

    private static boolean walk(Session session, ActiveRun active, Event event, Deadline deadline) {
        var group = (int) event.number("group");
        var of = (int) event.number("of");
        var threads = Machine.threads();
        try {
            var units = active.table()
                    .map(table -> Capacity.of(
                            active.migration(), table, session.settings().given()))
                    .orElse(new Throughput(1, 1));
            var walk = new ItemWork(session.ports(), session.surroundings(), threads)
                    .walk(
                            active,
                            session.epoch(),
                            Fence.NONE,
                            Budgets.share(units, of, session.surroundings()),
                            SegmentObserver.NONE);
            return IntStream.iterate(group, segment -> segment < active.plan().totalSegments(), segment -> segment + of)
                    .allMatch(segment -> walk.walk(segment, deadline));
        } finally {
            threads.shutdown();
        }
    }
}
