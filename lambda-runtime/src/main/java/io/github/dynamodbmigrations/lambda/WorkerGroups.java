package io.github.dynamodbmigrations.lambda;

import io.github.dynamodbmigrations.history.Holding;
import io.github.dynamodbmigrations.run.ActiveRun;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What a state machine needs to let workers walk a pass: ids and counts. */
final class WorkerGroups {
    private WorkerGroups() {}

    static Map<String, Object> of(ActiveRun active, Holding holding, int workers) {
        var groups = Math.min(workers, active.plan().totalSegments());
        List<Map<String, Object>> items = IntStream.range(0, groups)
                .<Map<String, Object>>mapToObj(group -> Map.of("group", group, "of", groups))
                .toList();
        var run = Map.of(
                "version", active.plan().version(),
                "rank", active.plan().rank(),
                "pass", active.pass(),
                "sweeps", active.sweeps(),
                "epoch", holding.epoch());
        return Map.of("next", "MIGRATE", "run", run, "groups", items);
    }
}
