package io.github.dynamodbmigrations.history;

/** What may be said of an exception that nobody expected: its class and where it came from. Its message may hold item data. */
public final class Unexpected {
    private static final int FRAMES = 3;

    private Unexpected() {}

    /**
     * One line.
     *
     * @param where what was being done
     * @param thrown what came of it
     * @return what follows the code
     */
    public static String line(String where, Throwable thrown) {
        return "unexpected error: " + where + ". " + thrown.getClass().getName() + frames(thrown)
                + ". Run it again: it goes on from its checkpoints; if this stays, report it with these frames.";
    }

    private static String frames(Throwable thrown) {
        var text = new StringBuilder();
        var stack = thrown.getStackTrace();
        for (var frame = 0; frame < Math.min(FRAMES, stack.length); frame++) {
            text.append(frame == 0 ? " at " : " < ")
                    .append(stack[frame].getClassName())
                    .append('.')
                    .append(stack[frame].getMethodName())
                    .append(':')
                    .append(stack[frame].getLineNumber());
        }
        return text.toString();
    }
}
