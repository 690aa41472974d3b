package io.github.dynamodbmigrations.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Defects of other tools that would show in what is emitted. */
class PeersTest {
    private final Rendering shop = SamApplication.render(Projects.shop());

    @Test
    void aMapWhoseSegmentFailedIsNotRetriedAsAWhole() {
        var maps = new ArrayList<Map<?, ?>>();
        var workers = new ArrayList<Map<?, ?>>();
        shop.files().forEach((path, text) -> {
            if (path.endsWith(".asl.json")) {
                each(Yaml.read(text), state -> {
                    if ("Map".equals(state.get("Type"))) {
                        maps.add(state);
                        each(Objects.requireNonNull(state.get("ItemProcessor")), inner -> {
                            if ("Task".equals(inner.get("Type"))) {
                                workers.add(inner);
                            }
                        });
                    }
                });
            }
        });
        assertTrue(maps.size() >= 2, "migrate and verify");
        for (var map : maps) {
            var first = (Map<?, ?>) ((List<?>) Objects.requireNonNull(map.get("Retry"))).get(0);
            assertTrue(String.valueOf(first.get("ErrorEquals")).contains("States.ExceedToleratedFailureThreshold"));
            assertEquals(0, first.get("MaxAttempts"), "else all segments would begin again where one failed");
        }
        assertTrue(workers.stream().allMatch(worker -> worker.containsKey("Retry")), "each by itself");
    }

    @Test
    void noStateMachineAndNoFunctionHasAFixedName() {
        var named = new ArrayList<String>();
        shop.files().forEach((path, text) -> {
            if (path.endsWith(".yaml")) {
                each(Yaml.read(text), resource -> {
                    if (resource.get("Properties") instanceof Map<?, ?> properties) {
                        for (var name : List.of("FunctionName", "RoleName", "LogGroupName", "TableName")) {
                            if (properties.get(name) instanceof String) {
                                named.add(path + " " + name);
                            }
                        }
                        if (properties.get("StateMachineName") instanceof String
                                || properties.get("Name") instanceof String) {
                            named.add(path + " Name");
                        }
                    }
                });
            }
        });
        assertEquals(List.of(), named);
    }

    @Test
    void nobodyMayChangeATablesCapacityOrDeleteATable() {
        assertEquals(List.of(), granted("dynamodb:UpdateTable", "dynamodb:DeleteTable", "dynamodb:*"));
    }

    @Test
    void nobodyMayScanAHistoryOrDeleteFromIt() {
        var history = new ArrayList<Object>();
        each(Yaml.read(Projects.file(shop, "v0002-split-full-name/template.yaml")), policy -> {
            if ("History".equals(policy.get("PolicyName"))) {
                history.add(policy);
            }
        });
        assertEquals(2, history.size(), "Control's and the Worker's");
        for (var action : List.of("dynamodb:Scan", "dynamodb:DeleteItem", "dynamodb:BatchWriteItem")) {
            assertTrue(history.stream().noneMatch(policy -> policy.toString().contains(action)), action);
        }
        assertTrue(history.stream().allMatch(policy -> policy.toString().contains("dynamodb:Query")));
    }

    private List<String> granted(String... actions) {
        return shop.files().entrySet().stream()
                .filter(file -> List.of(actions).stream()
                        .anyMatch(action -> file.getValue().contains(action)))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Every mapping, at whatever depth. */
    private static void each(Object value, Consumer<Map<?, ?>> what) {
        if (value instanceof Map<?, ?> map) {
            what.accept(map);
            map.values().forEach(inner -> each(inner, what));
        } else if (value instanceof List<?> list) {
            list.forEach(inner -> each(inner, what));
        }
    }
}
