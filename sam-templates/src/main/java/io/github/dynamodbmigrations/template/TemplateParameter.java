package io.github.dynamodbmigrations.template;

import java.util.Collection;
import java.util.List;

/**
 * A parameter of an emitted template.
 *
 * @param name its name, the same at every level
 * @param definition its type, default and description
 */
record TemplateParameter(String name, Block definition) {
    static TemplateParameter text(String name, String description) {
        return new TemplateParameter(name, Block.of("Type", "String").with("Description", description));
    }

    static TemplateParameter number(String name, long least, long most, String description) {
        return new TemplateParameter(
                name,
                Block.of("Type", "Number")
                        .with("MinValue", least)
                        .with("MaxValue", most)
                        .with("Description", description));
    }

    /** A list that is empty by default. */
    static TemplateParameter list(String name, String description) {
        return new TemplateParameter(
                        name, Block.of("Type", "CommaDelimitedList").with("Description", description))
                .with("Default", "");
    }

    static TemplateParameter choice(String name, List<?> values, Object otherwise, String description) {
        return text(name, description).with("AllowedValues", values).with("Default", otherwise);
    }

    TemplateParameter matching(String pattern) {
        return with("AllowedPattern", pattern);
    }

    TemplateParameter with(String field, Object value) {
        return new TemplateParameter(name, definition.with(field, value));
    }

    /** What hands its value on to a nested template. */
    Block passed() {
        var value = Intrinsic.ref(name);
        return "CommaDelimitedList".equals(definition.fields().get("Type")) ? Intrinsic.joined(value) : value;
    }

    static Block section(Collection<TemplateParameter> parameters) {
        var section = Block.of();
        for (var parameter : parameters) {
            section = section.with(parameter.name, parameter.definition);
        }
        return section;
    }
}
