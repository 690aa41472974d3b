package shop;

import java.util.Map;

/** A function that migrates, or does as it is told in place of that. */
public final class Runner {
    private static final int LATEST = 4;

    /** Answers what the version machine asks of it. */
    public Map<String, Object> handle(Map<String, Object> call) {
        var parameters = (Map<?, ?>) call.get("parameters");
        if (parameters.containsKey("throw")) {
            throw new IllegalStateException(String.valueOf(parameters.get("throw")));
        }
        var target = call.getOrDefault("targetVersion", LATEST);
        return parameters.containsKey("fail")
                ? Map.of("status", "FAILED", "targetVersion", target, "error", parameters.get("fail"))
                : Map.of("status", "SUCCEEDED", "targetVersion", target);
    }
}
