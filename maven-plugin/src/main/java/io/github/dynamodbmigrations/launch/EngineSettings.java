package io.github.dynamodbmigrations.launch;

import io.github.dynamodbmigrations.plan.PlannerSettings;
import java.util.HashMap;
import java.util.Map;

/**
 * What the engine is told beside where the tables are.
 *
 * @param planner how far to go, and what may be unusual
 * @param parameters the values of migrations' parameters
 * @param maxRejected how many items may be rejected
 * @param workers how many segments are worked on at a time
 * @param showValues whether keys and values may be printed
 * @param interactive whether progress may be one line that is written over
 */
public record EngineSettings(
        PlannerSettings planner,
        Map<String, String> parameters,
        long maxRejected,
        long workers,
        boolean showValues,
        boolean interactive) {
    /** As texts, the only thing that crosses the border of the class loader. */
    public Map<String, String> texts() {
        var settings = new HashMap<String, String>();
        settings.put("emitFrom", Long.toString(planner.emitFrom()));
        settings.put("outOfOrder", Boolean.toString(planner.outOfOrder()));
        settings.put("ignoreMissing", Boolean.toString(planner.ignoreMissing()));
        settings.put("failOnDrift", Boolean.toString(planner.failOnDrift()));
        settings.put("maxRejected", Long.toString(maxRejected));
        settings.put("workers", Long.toString(workers));
        settings.put("showValues", Boolean.toString(showValues));
        settings.put("interactive", Boolean.toString(interactive));
        planner.target().ifPresent(version -> settings.put("target", Long.toString(version)));
        parameters.forEach((name, value) -> settings.put("parameters." + name, value));
        return settings;
    }
}
