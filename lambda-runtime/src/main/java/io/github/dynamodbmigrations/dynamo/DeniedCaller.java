package io.github.dynamodbmigrations.dynamo;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who a service says may not take an action, as a trust policy names principals.
 *
 * @param arn the ARN of the caller's role, or of the user
 * @param account the ARN that stands for everybody in the caller's account
 */
record DeniedCaller(String arn, String account) {
    /** A name of a session is anybody's choice, and stays out. */
    private static final Pattern SAID = Pattern.compile(
            "^User: arn:(aws[a-z-]*):(?:sts::([0-9]{12}):assumed-role/([\\w+=,.@-]+)/|iam::([0-9]{12}):user/([\\w+=,.@/-]+) )");

    static Optional<DeniedCaller> in(@Nullable String message) {
        var said = SAID.matcher(String.valueOf(message));
        return said.find() ? Optional.of(of(said.toMatchResult())) : Optional.empty();
    }

    private static DeniedCaller of(MatchResult said) {
        var isRole = said.group(2) != null;
        var start = "arn:" + said.group(1) + ":iam::" + (isRole ? said.group(2) : said.group(4));
        return new DeniedCaller(
                start + (isRole ? ":role/" + said.group(3) : ":user/" + said.group(5)), start + ":root");
    }
}
