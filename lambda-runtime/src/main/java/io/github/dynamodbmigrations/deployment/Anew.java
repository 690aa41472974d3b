package io.github.dynamodbmigrations.deployment;

import java.util.regex.Pattern;

/** Names of executions that are started again: the same name with a number. */
public final class Anew {
    private static final Pattern NUMBERED = Pattern.compile("(.*)-r(\\d{1,6})");

    private Anew() {}

    static String name(String before) {
        var numbered = NUMBERED.matcher(before);
        return numbered.matches()
                ? numbered.group(1) + "-r" + (Integer.parseInt(numbered.group(2)) + 1)
                : before + "-r1";
    }

    /**
     * What was started first.
     *
     * @param name a name, or an ARN that ends in it
     * @return the same without a number
     */
    public static String base(String name) {
        var numbered = NUMBERED.matcher(name);
        return numbered.matches() ? numbered.group(1) : name;
    }
}
