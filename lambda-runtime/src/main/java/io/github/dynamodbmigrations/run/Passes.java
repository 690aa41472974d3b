package io.github.dynamodbmigrations.run;

/**
 * The numbers of passes: odd ones write, even ones verify, and each number is used once, since its checkpoints stay. The
 * first pass walks the migration's source, later ones the table itself.
 */
final class Passes {
    static final int FIRST = 1;

    private Passes() {}

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
