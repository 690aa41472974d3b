package io.github.dynamodbmigrations.template;

import java.util.List;

/** What an account asks for around the functions, each empty by default: a boundary, a VPC, customer keys. */
final class Surroundings {
    private static final String BOUNDED = "HasPermissionsBoundary";
    private static final String ENCRYPTED = "HasKmsKeys";
    private static final String IN_VPC = "InVpc";

    private Surroundings() {}

    /** The conditions of a template without a Worker. */
    static Block conditions() {
        return Block.of(BOUNDED, given(Intrinsic.ref("PermissionsBoundary")))
                .with(ENCRYPTED, given(Intrinsic.joined(Intrinsic.ref("KmsKeyArns"))));
    }

    static Block conditionsWithVpc() {
        return conditions().with(IN_VPC, given(Intrinsic.joined(Intrinsic.ref("SubnetIds"))));
    }

    static Block permissionsBoundary() {
        return Intrinsic.when(BOUNDED, Intrinsic.ref("PermissionsBoundary"), Intrinsic.noValue());
    }

    static Block vpcConfig() {
        var vpc = Block.of("SubnetIds", Intrinsic.ref("SubnetIds"))
                .with("SecurityGroupIds", Intrinsic.ref("SecurityGroupIds"));
        return Block.of("VpcConfig", Intrinsic.when(IN_VPC, vpc, Intrinsic.noValue()));
    }

    /** For the network interfaces of a function in a VPC: the one place where AWS knows no narrower resource than all. */
    static Block networkInterfaces() {
        var actions = List.of(
                "ec2:AssignPrivateIpAddresses",
                "ec2:CreateNetworkInterface",
                "ec2:DeleteNetworkInterface",
                "ec2:DescribeNetworkInterfaces",
                "ec2:DescribeSubnets",
                "ec2:UnassignPrivateIpAddresses");
        return Intrinsic.when(IN_VPC, Policy.of("NetworkInterfaces", Policy.allow(actions, "*")), Intrinsic.noValue());
    }

    /** For tables under customer keys, through DynamoDB only. */
    static Block keys(List<String> actions) {
        var service = Block.of("kms:ViaService", Intrinsic.sub("dynamodb.${AWS::Region}.${AWS::URLSuffix}"));
        var statement = Block.of("Effect", "Allow")
                .with("Action", actions)
                .with("Resource", Intrinsic.ref("KmsKeyArns"))
                .with("Condition", Block.of("StringEquals", service));
        return Intrinsic.when(ENCRYPTED, Policy.of("Keys", statement), Intrinsic.noValue());
    }

    private static Block given(Object text) {
        return Intrinsic.not(Intrinsic.equal(text, ""));
    }
}
