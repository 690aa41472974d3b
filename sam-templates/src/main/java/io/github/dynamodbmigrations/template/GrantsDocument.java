package io.github.dynamodbmigrations.template;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rights that a policy file grants: named actions on named resources, and nothing of IAM itself. */
record GrantsDocument(Block document) {
    private static final Set<String> FIELDS = Set.of("Version", "Id", "Statement");
    private static final Set<String> STATEMENT_FIELDS = Set.of("Sid", "Effect", "Action", "Resource", "Condition");
    private static final String ACTION = "(?!iam:|sts:)[a-z0-9-]+:[A-Za-z0-9]+";
    private static final String RESOURCE = "arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:[0-9]*:(?!\\*$).+";

    static Optional<GrantsDocument> read(String json) {
        return JsonReader.read(json).map(GrantsDocument::new);
    }

    /** Why a policy file cannot be emitted; empty if it can. */
    static Optional<String> refusal(String json) {
        var read = read(json);
        return read.isEmpty() ? Optional.of("it is no JSON object") : read.get().refusal();
    }

    private Optional<String> refusal() {
        if (unsafe(document)) {
            return Optional.of("it holds template syntax or invisible characters");
        }
        if (!FIELDS.containsAll(document.fields().keySet())
                || !"2012-10-17".equals(document.fields().get("Version"))) {
            return Optional.of("it has not just Version \"2012-10-17\" and Statement");
        }
        var statements = list(document.fields().get("Statement"));
        return statements.isEmpty()
                ? Optional.of("it has no statement")
                : statements.stream()
                        .flatMap(statement -> refusal(statement).stream())
                        .findFirst();
    }

    /** As a policy of the Worker. */
    Block policy() {
        return Block.of("PolicyName", "Grants").with("PolicyDocument", document);
    }

    private static Optional<String> refusal(Object statement) {
        if (!(statement instanceof Block block)
                || !STATEMENT_FIELDS.containsAll(block.fields().keySet())) {
            return Optional.of("a statement has other fields than "
                    + String.join(", ", STATEMENT_FIELDS.stream().sorted().toList()));
        }
        if (!Set.of("Allow", "Deny").contains(block.fields().getOrDefault("Effect", ""))) {
            return Optional.of("a statement's Effect is neither Allow nor Deny");
        }
        if (!allMatch(block.fields().get("Action"), ACTION)) {
            return Optional.of("an action is a pattern, or one of IAM or STS");
        }
        return allMatch(block.fields().get("Resource"), RESOURCE)
                ? Optional.empty()
                : Optional.of("a resource is no ARN, or the ARN of everything");
    }

    private static boolean allMatch(@Nullable Object values, String pattern) {
        var list = list(values);
        return !list.isEmpty()
                && list.stream().allMatch(value -> value instanceof String text && text.matches(pattern));
    }

    private static boolean unsafe(Object value) {
        if (value instanceof Block block) {
            return block.fields().entrySet().stream()
                    .anyMatch(field -> unsafe(field.getKey()) || unsafe(field.getValue()));
        }
        if (value instanceof List<?> list) {
            return list.stream().anyMatch(GrantsDocument::unsafe);
        }
        return value instanceof String text && UnsafeText.reason(text).isPresent();
    }

    private static List<?> list(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        return value instanceof List<?> list ? list : List.of(value);
    }
}
