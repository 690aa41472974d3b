package io.github.dynamodbmigrations.responder;

import com.amazonaws.services.lambda.runtime.Context;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** Events as AWS Lambda hands them over. */
public final class DeliveredEvents {
    /** The machine of the trigger. */
    public static final String MACHINE = "arn:aws:states:us-east-1:000000000000:stateMachine:dm-1-abc";

    private DeliveredEvents() {}

    /** A request of CloudFormation; all its values are texts. */
    public static Map<String, Object> request(
            String type, String requestId, String url, String physicalId, Map<String, Object> properties) {
        var event = new HashMap<String, Object>(Map.of(
                "RequestType", type,
                "RequestId", requestId,
                "ResponseURL", url,
                "StackId", "arn:aws:cloudformation:us-east-1:000000000000:stack/shop/1",
                "LogicalResourceId", "Trigger0000000101",
                "ResourceProperties", properties));
        if (!physicalId.isEmpty()) {
            event.put("PhysicalResourceId", physicalId);
        }
        return event;
    }

    /** What a template says of a trigger. */
    public static Map<String, Object> properties(Map<String, Object> input) {
        return Map.of(
                "StateMachineArn", MACHINE,
                "HistoryId", "0000abcd",
                "BaselineVersion", "0",
                "Ordinal", "1",
                "Triggers", "1",
                "HoldSeconds", "3300",
                "Input", input);
    }

    /** What a template hands to executions. */
    public static Map<String, Object> input(String history, String table) {
        return new HashMap<>(Map.of(
                "version", "1",
                "checksum", "v1:0000000000000001",
                "reachedChecksum", "v1:0000000000000001",
                "tables", Map.of("Shop", table),
                "historyTable", history,
                "lockWaitSeconds", "900",
                "maxWorkers", "2",
                "maxRejected", "0",
                "outOfOrder", "false",
                "settleDelaySeconds", "0"));
    }

    /** A function with this much time left. */
    public static Context context(int millis) {
        return (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(), new Class<?>[] {Context.class}, (proxy, method, arguments) -> millis);
    }
}
