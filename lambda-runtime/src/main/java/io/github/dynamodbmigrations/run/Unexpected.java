package io.github.dynamodbmigrations.run;

/** What may be said of an exception that nobody expected: its class and where it came from. Its message may hold item data. */
final class Unexpected {
    private static final int FRAMES = 3;

    private Unexpected() {}

    static String line(ActiveRun active, Throwable thrown) {
        return "unexpected error: " + active.migration().type().getSimpleName() + ", version "
                + active.plan().version() + ". " + thrown.getClass().getName() + frames(thrown)
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
