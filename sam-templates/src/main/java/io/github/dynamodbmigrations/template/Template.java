package io.github.dynamodbmigrations.template;

/** What all emitted templates begin with. */
final class Template {
    /** The first line of every emitted YAML file. */
    static final String COMMENT = "Emitted by dynamodb-migrations from the project's migrations: edit those.";

    private Template() {}

    static Block of(String description) {
        return Block.of("AWSTemplateFormatVersion", "2010-09-09")
                .with("Transform", "AWS::Serverless-2016-10-31")
                .with("Description", description);
    }

    static Block output(String name, Object value) {
        return Block.of(name, Block.of("Value", value));
    }
}
