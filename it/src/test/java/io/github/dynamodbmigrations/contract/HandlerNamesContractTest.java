package io.github.dynamodbmigrations.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.Context;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
final class HandlerNamesContractTest {
    private static final Pattern HANDLER = Pattern.compile("Handler: '?([\\w.]+)::(\\w+)");

    @Test
    void everyHandlerThatATemplateNamesIsInTheRuntime() throws ReflectiveOperationException {
        var found = new TreeSet<String>();
        for (var file : Emitted.files().values()) {
            var handler = HANDLER.matcher(file);
            while (handler.find()) {
                var type = Class.forName(handler.group(1));
                var method = type.getMethod(handler.group(2), Map.class, Context.class);
                assertEquals(0, type.getConstructor().getParameterCount());
                assertEquals(Map.class, method.getReturnType());
                found.add(type.getSimpleName());
            }
        }
        assertEquals(
                new TreeSet<>(Set.of("ControlHandler", "HistoryHandler", "VersionsHandler", "WorkerHandler")), found);
    }
}
