package io.github.dynamodbmigrations.template;

import java.util.List;

/** IAM policies and their statements. */
final class Policy {
    private static final String LANGUAGE = "2012-10-17";

    private Policy() {}

    /** A policy of a role. */
    static Block of(String name, Block... statements) {
        return Block.of("PolicyName", name).with("PolicyDocument", document(List.of(statements)));
    }

    static Block document(List<Block> statements) {
        return Block.of("Version", LANGUAGE).with("Statement", statements);
    }

    static Block allow(List<String> actions, Object... resources) {
        return Block.of("Effect", "Allow").with("Action", actions).with("Resource", List.of(resources));
    }

    /** That a service may take on a role. */
    static Block trust(String service, Block condition) {
        var statement = Block.of("Effect", "Allow")
                .with("Principal", Block.of("Service", service))
                .with("Action", "sts:AssumeRole")
                .with(condition);
        return document(List.of(statement));
    }
}
