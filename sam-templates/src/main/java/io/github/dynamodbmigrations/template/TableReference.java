package io.github.dynamodbmigrations.template;

/**
 * A table that a parameter names, or gives as an ARN. IAM knows only ARNs, so a condition tells the two apart: what
 * stands before {@code :table/} in a name is the name itself.
 *
 * @param parameter the parameter's name
 */
record TableReference(String parameter) {
    /** A table's name, or its ARN. */
    static final String PATTERN = "(arn:aws[a-z-]*:dynamodb:[a-z0-9-]+:[0-9]{12}:table/)?[A-Za-z0-9_.-]{3,255}";

    private static final String ARN = "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/";

    /** The history is always given by name. */
    static Block historyArn() {
        return Intrinsic.sub(ARN + "${HistoryTable}");
    }

    /** The conditions that the parameter is an ARN, and that a role is given for the table. */
    Block conditions() {
        var value = Intrinsic.ref(parameter);
        return Block.of(isArn(), Intrinsic.not(Intrinsic.equal(Intrinsic.part(0, ":table/", value), value)))
                .with(hasRole(), Intrinsic.not(Intrinsic.equal(Intrinsic.ref(role()), "")));
    }

    /** The policy of what reaches the table: its rights; if a role is given, only that role. */
    Block policy(Block... rights) {
        return Intrinsic.when(
                hasRole(), Policy.of("Table", Rights.toAssume(Intrinsic.ref(role()))), Policy.of("Table", rights));
    }

    /** The statement of what describes the table: that right; if a role is given, only that of taking it on. */
    Block describing() {
        return Intrinsic.when(hasRole(), Rights.toAssume(Intrinsic.ref(role())), Rights.toDescribe(this));
    }

    Block arn() {
        return Intrinsic.when(isArn(), Intrinsic.ref(parameter), Intrinsic.sub(ARN + "${" + parameter + "}"));
    }

    Block indexArn(String index) {
        return Intrinsic.sub("${Table}/index/${Index}", Block.of("Table", arn()).with("Index", index));
    }

    /** The parameter of the role by which the table is reached. */
    String role() {
        return parameter + "Role";
    }

    String hasRole() {
        return parameter + "HasRole";
    }

    String isArn() {
        return parameter + "IsArn";
    }
}
