package io.github.dynamodbmigrations.run;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The numbers of passes: odd ones write, even ones verify, and each number is used once, since its checkpoints stay. The
 * first pass walks the migration's source, later ones the table itself.
 */
final class Passes {
    static final int FIRST = 1;

    private Passes() {}

    /** All passes up to one. */
    static Stream<Integer> upTo(int pass) {
        return IntStream.rangeClosed(FIRST, pass).boxed();
    }

    static boolean isVerify(int pass) {
        return pass % 2 == 0;
    }

    /**
     * The writing pass with which a further attempt goes on: where it was, or a sweep if it had been verifying, so that the
     * verify pass after it is begun anew.
     */
    static int resumed(int pass) {
        if (pass < FIRST) {
            return FIRST;
        }
        return isVerify(pass) ? pass + 1 : pass;
    }
}
