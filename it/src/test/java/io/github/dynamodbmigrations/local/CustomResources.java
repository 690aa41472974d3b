package io.github.dynamodbmigrations.local;

import io.github.dynamodbmigrations.workflow.InputText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The custom resources of the emitted templates, and what CloudFormation sends about them.
 *
 * @param properties by logical id
 */
record CustomResources(Map<String, Object> properties) {
    private static final String HISTORY = "History";
    private static final String PROPERTIES = "ResourceProperties";
    private static final String INPUT = "Input";
    /** Each worker is a container. */
    private static final String WORKERS = "2";

    static CustomResources read() {
        try {
            return new CustomResources(InputText.read(
                    Files.readString(Path.of(Objects.requireNonNull(System.getenv("LOCAL_RESOURCES"))))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String historyTable() {
        return String.valueOf(of(HISTORY).get("TableName"));
    }

    Map<String, Object> createOfHistory(String url) {
        return create(url, "history", HISTORY, of(HISTORY));
    }

    Map<String, Object> createOfTrigger(String url, String requestId, String machine, String historyId) {
        var trigger = properties.keySet().stream()
                .filter(id -> id.startsWith("Trigger"))
                .findFirst()
                .orElseThrow();
        var told = of(trigger);
        told.put("StateMachineArn", machine);
        told.put("HistoryId", historyId);
        var input = map(told.get(INPUT));
        input.put("maxWorkers", WORKERS);
        told.put(INPUT, input);
        return create(url, requestId, trigger, told);
    }

    static Map<String, Object> withVersionAndTable(Map<String, Object> event, long version, String table) {
        var changed = new HashMap<>(event);
        var told = map(event.get(PROPERTIES));
        var input = map(told.get(INPUT));
        input.put("version", Long.toString(version));
        input.put("tables", Map.of(table, table));
        told.put(INPUT, input);
        changed.put(PROPERTIES, told);
        return changed;
    }

    private static Map<String, Object> create(
            String url, String requestId, String logicalId, Map<String, Object> properties) {
        return Map.of(
                "RequestType",
                "Create",
                "RequestId",
                requestId,
                "ResponseURL",
                url,
                "StackId",
                "arn:aws:cloudformation:us-east-1:123456789012:stack/orders/1",
                "LogicalResourceId",
                logicalId,
                PROPERTIES,
                properties);
    }

    private Map<String, Object> of(String logicalId) {
        return map(properties.get(logicalId));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return new HashMap<>((Map<String, Object>) Objects.requireNonNull(value));
    }
}
