package io.github.dynamodbmigrations.policy;

import io.github.dynamodbmigrations.connection.Connection;
import io.github.dynamodbmigrations.connection.Environment;
import io.github.dynamodbmigrations.history.Arn;
import io.github.dynamodbmigrations.model.MigrationModel;
import java.util.List;
import java.util.Optional;

/**
 * What is to be allowed.
 *
 * @param subject a goal, or {@code deploy}
 * @param migrations those of the project
 * @param connection where history and tables are
 * @param environment what is known of the stack
 * @param account the account's number, if it was named
 */
public record PolicyRequest(
        String subject,
        List<MigrationModel> migrations,
        Connection connection,
        Environment environment,
        Optional<String> account) {
    /** Copies the list. */
    public PolicyRequest {
        migrations = List.copyOf(migrations);
    }

    Arns arns() {
        return Arns.in(connection.region(), account.or(() -> ofTables()));
    }

    /** A table that is given by its ARN lies in the caller's account, unless it is reached by a role. */
    private Optional<String> ofTables() {
        return connection.tables().entrySet().stream()
                .filter(table -> table.getValue().startsWith("arn:"))
                .filter(table -> !connection.tableRoles().containsKey(table.getKey()))
                .flatMap(table -> Arn.of(table.getValue()).account().stream())
                .findFirst();
    }

    List<String> keys() {
        return environment
                .parameter("KmsKeyArns")
                .map(keys -> List.of(keys.split("\\s*,\\s*")))
                .orElse(List.of());
    }
}
