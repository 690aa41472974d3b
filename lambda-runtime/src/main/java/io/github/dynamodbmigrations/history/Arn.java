package io.github.dynamodbmigrations.history;

import java.util.Optional;

/**
 * Where a resource lies, as its ARN says: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 *
 * @param region its region; empty if the text is no ARN
 * @param account its account; empty if the text is no ARN
 */
public record Arn(Optional<String> region, Optional<String> account) {
    private static final int REGION = 3;
    private static final int ACCOUNT = 4;

    /** Reads an ARN. */
    public static Arn of(String text) {
        var parts = text.split(":", -1);
        return parts.length > ACCOUNT
                ? new Arn(Optional.of(parts[REGION]), Optional.of(parts[ACCOUNT]))
                : new Arn(Optional.empty(), Optional.empty());
    }
}
