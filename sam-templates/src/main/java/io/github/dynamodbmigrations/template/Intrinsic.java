package io.github.dynamodbmigrations.template;

import java.util.List;

/** CloudFormation's functions, in the long form that every YAML serializer can write. */
final class Intrinsic {
    private Intrinsic() {}

    static Block ref(String logicalId) {
        return Block.of("Ref", logicalId);
    }

    static Block noValue() {
        return ref("AWS::NoValue");
    }

    static Block attribute(String logicalId, String attribute) {
        return Block.of("Fn::GetAtt", List.of(logicalId, attribute));
    }

    static Block arn(String logicalId) {
        return attribute(logicalId, "Arn");
    }

    /** Only for texts of ours: a text of the user never becomes a pattern. */
    static Block sub(String pattern) {
        return Block.of("Fn::Sub", pattern);
    }

    /** Values are put in as they are, whatever they look like. */
    static Block sub(String pattern, Block values) {
        return Block.of("Fn::Sub", List.of(pattern, values));
    }

    static Block joined(Object list) {
        return Block.of("Fn::Join", List.of(",", list));
    }

    static Block imported(String export) {
        return Block.of("Fn::ImportValue", export);
    }

    static Block when(String condition, Object then, Object otherwise) {
        return Block.of("Fn::If", List.of(condition, then, otherwise));
    }

    static Block equal(Object left, Object right) {
        return Block.of("Fn::Equals", List.of(left, right));
    }

    static Block not(Block condition) {
        return Block.of("Fn::Not", List.of(condition));
    }

    /** What stands between separators, counted from 0; the whole text is part 0 if it has none. */
    static Block part(int number, String separator, Object text) {
        return Block.of("Fn::Select", List.of(number, Block.of("Fn::Split", List.of(separator, text))));
    }
}
