package io.github.dynamodbmigrations.integration.counterexample;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Takes words out of the conditions of the engine's updates, and the names and values that are left over.
 *
 * @param stripping what to do to a condition
 */
record Stripping(UnaryOperator<String> stripping) implements ExecutionInterceptor {
    private static final Pattern EXISTS = Pattern.compile("attribute_exists\\(#\\w+\\) AND ");
    private static final Pattern GUARD = Pattern.compile(" AND \\(attribute_not_exists\\(#\\w+\\) OR #\\w+ < :\\w+\\)");

    /** Without the check that the item exists. */
    static String existence(String condition) {
        return EXISTS.matcher(condition).replaceFirst("");
    }

    /** Without the guard. */
    static String guard(String condition) {
        return GUARD.matcher(condition).replaceFirst("");
    }

    /** With existence and guard alone: without what the migration looked at, and without the source. */
    static String expectation(String condition) {
        var guard = GUARD.matcher(condition);
        return guard.find() ? condition.substring(0, guard.end()) : condition;
    }

    /** Without what comes last: what the source's filter selects. */
    static String filter(String condition) {
        return condition.substring(0, condition.lastIndexOf(" AND "));
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        if (!(context.request() instanceof UpdateItemRequest update)) {
            return context.request();
        }
        var condition = stripping.apply(update.conditionExpression());
        if (condition.equals(update.conditionExpression())) {
            throw new IllegalStateException("nothing is stripped of " + condition);
        }
        var words = condition + " " + update.updateExpression();
        return update.toBuilder()
                .conditionExpression(condition)
                .expressionAttributeNames(used(update.expressionAttributeNames(), words))
                .expressionAttributeValues(used(update.expressionAttributeValues(), words))
                .build();
    }

    private static <T> Map<String, T> used(Map<String, T> placeholders, String words) {
        return placeholders.entrySet().stream()
                .filter(placeholder -> Pattern.compile(Pattern.quote(placeholder.getKey()) + "\\b")
                        .matcher(words)
                        .find())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
