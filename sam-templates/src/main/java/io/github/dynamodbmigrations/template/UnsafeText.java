package io.github.dynamodbmigrations.template;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What no text of a user may hold on its way into a template. The serializer quotes every text, so this is a second net:
 * CloudFormation resolves some syntax inside quotes too, and people read the files.
 */
final class UnsafeText {
    private static final Pattern SYNTAX =
            Pattern.compile("\\{\\{resolve:|\\$\\{|Fn::|AWS::|\\{%|%}|States\\.[A-Z]|\\.\\$"
                    + "|!(?:Ref|Sub|GetAtt|Join|Select|Split|If|Equals|And|Or|Not|Condition|ImportValue|FindInMap|Base64|Cidr"
                    + "|GetAZs|Transform|ForEach|Length|ToJsonString)\\b");

    private UnsafeText() {}

    /** What is wrong with a text, in words that do not repeat it; empty if nothing is. */
    static Optional<String> reason(String text) {
        var syntax = SYNTAX.matcher(text);
        if (syntax.find()) {
            return Optional.of("template syntax, \"" + syntax.group() + "\"");
        }
        return text.codePoints()
                .filter(UnsafeText::isInvisible)
                .mapToObj("an invisible character, U+%04X"::formatted)
                .findFirst();
    }

    /** A text as it can be shown: cut, and with a question mark for what is not for display. */
    static String shown(String text) {
        var shown = new StringBuilder();
        text.codePoints()
                .limit(64)
                .map(point -> isInvisible(point) ? '?' : point)
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }

    /** Control and direction characters, other formats, line separators, and halves of characters. */
    private static boolean isInvisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
