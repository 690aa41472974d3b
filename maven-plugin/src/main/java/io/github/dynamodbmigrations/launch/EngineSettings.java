package io.github.dynamodbmigrations.launch;

import io.github.dynamodbmigrations.model.ProjectModel;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What the engine is told beside where the tables are.
 *
 * @param target the version to reach, or the newest
 * @param parameters the values of migrations' parameters
 * @param maxRejected how many items may be rejected
 * @param workers how many segments are worked on at a time
 * @param showValues whether keys and values may be printed
 * @param interactive whether progress may be one line that is written over
 */
public record EngineSettings(
        OptionalLong target,
        Map<String, String> parameters,
        long maxRejected,
        int workers,
        boolean showValues,
        boolean interactive) {
    /** As texts, the only thing that crosses the border of the class loader. */
    Map<String, String> with(ProjectModel.Settings history) {
        var settings = new HashMap<String, String>();
        settings.put("partitionKeyName", history.partitionKeyName());
        settings.put("sortKeyName", history.sortKeyName());
        settings.put("partitionValue", history.partitionValue());
        settings.put("firstVersion", Long.toString(history.firstVersion()));
        settings.put("maxRejected", Long.toString(maxRejected));
        settings.put("workers", Integer.toString(workers));
        settings.put("showValues", Boolean.toString(showValues));
        settings.put("interactive", Boolean.toString(interactive));
        target.ifPresent(version -> settings.put("target", Long.toString(version)));
        parameters.forEach((name, value) -> settings.put("parameters." + name, value));
        return settings;
    }
}
