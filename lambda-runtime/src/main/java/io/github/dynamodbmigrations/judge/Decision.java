package io.github.dynamodbmigrations.judge;

import io.github.dynamodbmigrations.diff.Objection;
import io.github.dynamodbmigrations.write.ItemWrite;

/** What becomes of an image. */
public sealed interface Decision {
    /** Nothing. */
    record Keep() implements Decision {
        static final Keep KEEP = new Keep();
    }

    /**
     * It is written.
     *
     * @param write what is to be written
     */
    record Write(ItemWrite write) implements Decision {}

    /**
     * It is left alone and reported.
     *
     * @param objection why
     */
    record Reject(Objection objection) implements Decision {}
}
