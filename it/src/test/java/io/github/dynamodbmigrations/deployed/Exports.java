package io.github.dynamodbmigrations.deployed;

import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** Another stack, which exports what a table is called. */
final class Exports {
    private Exports() {}

    /**
     * Deploys it.
     *
     * @param export the export's name
     * @param table a name or an ARN
     */
    static void make(String export, String table) {
        var stack = "exports-" + export;
        try (var stacks = Cloud.stacks()) {
            stacks.createStack(request -> request.stackName(stack).templateBody("""
                    Resources:
                      Nothing: {Type: AWS::CloudFormation::WaitConditionHandle}
                    Outputs:
                      Table: {Value: "%s", Export: {Name: %s}}
                    """.formatted(table, export)));
            Stack.await(
                    "the export " + export,
                    () -> stacks.describeStacks(request -> request.stackName(stack))
                            .stacks()
                            .get(0)
                            .stackStatus()
                            .equals(StackStatus.CREATE_COMPLETE));
        }
    }
}
