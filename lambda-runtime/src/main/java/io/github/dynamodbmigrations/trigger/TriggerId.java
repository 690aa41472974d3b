package io.github.dynamodbmigrations.trigger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Tells a trigger resource from all others, and is what CloudFormation knows it by.
 *
 * @param version the version that it runs
 * @param hash of the request that created it
 */
public record TriggerId(long version, String hash) {
    private static final String START = "dynmig|";
    private static final int DIGITS = 32;

    /** The id of a resource that a request creates. */
    public static TriggerId of(long version, ResourceRequest create) {
        return new TriggerId(version, hash(create.requestId()));
    }

    /** Reads a physical id; empty if it is none of ours, as CloudFormation invents one for what was never created. */
    public static Optional<TriggerId> parse(String physicalId) {
        var parts = physicalId.split("\\|", -1);
        return parts.length == 3 && physicalId.matches("dynmig\\|\\d{1,18}\\|[0-9a-f]{32}")
                ? Optional.of(new TriggerId(Long.parseLong(parts[1]), parts[2]))
                : Optional.empty();
    }

    /** As CloudFormation knows it. */
    public String physicalId() {
        return START + version + "|" + hash;
    }

    /** As the history knows it. */
    public String key() {
        return version + "#" + hash;
    }

    static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
