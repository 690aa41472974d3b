package io.github.dynamodbmigrations.dynamo;

import io.github.dynamodbmigrations.dynamo.DynamoConnection.Target;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What reaches the tables of migrations: the history's client, or one with the credentials of a table's own role. */
final class TableClients implements AutoCloseable {
    private final DynamoDbClient own;
    private final Map<String, DynamoDbClient> others = new HashMap<>();
    private final Map<String, AssumedRole> roles = new HashMap<>();

    TableClients(DynamoDbClient own, Target target) {
        this.own = own;
        target.tableRoles().forEach((logical, role) -> {
            var assumed = new AssumedRole(role, target, Optional.empty());
            roles.put(logical, assumed);
            others.put(logical, DynamoConnection.client(target.as(assumed)));
        });
    }

    /** The client of a logical table. */
    DynamoDbClient of(String logical) {
        return others.getOrDefault(logical, own);
    }

    /** Whether a logical table is reached by a role of its own. */
    boolean isOther(String logical) {
        return others.containsKey(logical);
    }

    @Override
    public void close() {
        others.values().forEach(DynamoDbClient::close);
        roles.values().forEach(AssumedRole::close);
    }
}
