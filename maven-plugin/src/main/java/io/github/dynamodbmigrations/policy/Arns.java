package io.github.dynamodbmigrations.policy;

import java.util.Optional;

/**
 * Makes ARNs in one account and region, as far as these are known.
 *
 * @param region the region, or {@code *}
 * @param account the account's number, or {@code *}
 */
record Arns(String region, String account) {
    private static final String ANY = "*";

    static Arns in(Optional<String> region, Optional<String> account) {
        return new Arns(region.orElse(ANY), account.orElse(ANY));
    }

    /** Of a table that is given by name or ARN. */
    String table(String nameOrArn) {
        return nameOrArn.startsWith("arn:") ? nameOrArn : of("dynamodb", "table/" + nameOrArn);
    }

    String of(String service, String resource) {
        return arn(service, region, account, resource);
    }

    /** Of IAM, which knows no regions. */
    String global(String service, String resource) {
        return arn(service, "", account, resource);
    }

    /** Of S3, which knows neither accounts nor regions in names of buckets. */
    String bucket(String name) {
        return arn("s3", "", "", name);
    }

    /** Of a transformation that AWS keeps. */
    String transform(String name) {
        return arn("cloudformation", region, "aws", "transform/" + name);
    }

    private String arn(String service, String where, String whose, String resource) {
        return String.join(":", "arn", partition(), service, where, whose, resource);
    }

    private String partition() {
        if (region.startsWith("cn-")) {
            return "aws-cn";
        }
        return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }
}
