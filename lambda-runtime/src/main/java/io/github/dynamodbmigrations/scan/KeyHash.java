package io.github.dynamodbmigrations.scan;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Stands for a key where the key itself must not be shown or does not fit. */
public final class KeyHash {
    private static final int SHORT = 12;

    private KeyHash() {}

    /** All 64 hexadecimal digits of a hash of the key. */
    public static String of(ItemKey key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(key)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * A short hash for messages, which cannot be guessed back without the secret.
     *
     * @param key the key
     * @param secret known to the history only, such as the run's id
     * @return 12 hexadecimal digits
     */
    public static String masked(ItemKey key, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(bytes(key))).substring(0, SHORT);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Names, types and values, each with its length, so that no two keys share them. */
    private static byte[] bytes(ItemKey key) {
        var all = new ByteArrayOutputStream();
        new TreeMap<>(key.attributes()).forEach((name, value) -> {
            append(all, name.getBytes(StandardCharsets.UTF_8));
            append(all, value.type().name().getBytes(StandardCharsets.UTF_8));
            append(all, bytes(value));
        });
        return all.toByteArray();
    }

    private static byte[] bytes(AttributeValue value) {
        return switch (value.type()) {
            case S -> value.s().getBytes(StandardCharsets.UTF_8);
            case N ->
                new BigDecimal(value.n()).stripTrailingZeros().toPlainString().getBytes(StandardCharsets.UTF_8);
            case B -> value.b().asByteArray();
            default -> throw new IllegalArgumentException("a key attribute of type " + value.type());
        };
    }

    private static void append(ByteArrayOutputStream all, byte[] part) {
        all.writeBytes((part.length + ":").getBytes(StandardCharsets.UTF_8));
        all.writeBytes(part);
    }
}
