package io.github.dynamodbmigrations.integration.operate;

import io.github.dynamodbmigrations.integration.LocalDynamo;
import io.github.dynamodbmigrations.responder.DenyingProxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/** A Step Functions that tells one status of whatever execution it is asked for, at one address with DynamoDB. */
public final class ToldExecutions implements AutoCloseable {
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final DenyingProxy proxy;

    /** One that tells this status. */
    public ToldExecutions(String status) {
        proxy = new DenyingProxy(LocalDynamo.endpoint(), "nothing", 0)
                .answering("AWSStepFunctions.DescribeExecution", body -> {
                    var arn = JsonNode.parser()
                            .parse(new String(body, StandardCharsets.UTF_8))
                            .field("executionArn")
                            .orElseThrow()
                            .text();
                    asked.add(arn);
                    return "{\"executionArn\":\"" + arn + "\",\"status\":\"" + status + "\",\"startDate\":1.0}";
                });
    }

    /** Its address. */
    public URI endpoint() {
        return proxy.endpoint();
    }

    /** Which executions it was asked for, each once. */
    public List<String> asked() {
        return asked.stream().distinct().toList();
    }

    @Override
    public void close() {
        proxy.close();
    }
}
