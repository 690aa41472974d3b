package io.github.dynamodbmigrations.rights;

import io.github.dynamodbmigrations.connection.Connection;
import io.github.dynamodbmigrations.connection.Environment;
import io.github.dynamodbmigrations.history.HistorySettings;
import io.github.dynamodbmigrations.policy.Permissions;
import io.github.dynamodbmigrations.policy.PolicyRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the goal {@code policy} prints for {@code deploy}. */
final class DeployPolicy {
    private DeployPolicy() {}

    static String printed(String region, String account, String stack, Map<String, String> parameters) {
        var connection = new Connection(
                HistorySettings.of("unused"), Optional.of(region), Optional.empty(), Optional.empty(), Map.of());
        var environment = new Environment(Optional.empty(), Optional.empty(), Optional.of(stack), parameters);
        return Permissions.of(new PolicyRequest("deploy", List.of(), connection, environment, Optional.of(account)))
                .json();
    }
}
