package io.github.dynamodbmigrations.maven;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.apache.maven.execution.MavenSession;

/** The terminal that Maven was started from, if it was. */
final class Terminal {
    private Terminal() {}

    /** The process's own output, past Maven's handling of it. */
    static PrintStream out() {
        return new PrintStream(new FileOutputStream(FileDescriptor.out), true);
    }

    /** Who sits at it, for those who find the lock held: {@code ada@laptop}. */
    static String user() {
        try {
            return System.getProperty("user.name") + "@"
                    + InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return System.getProperty("user.name");
        }
    }

    /** Waits, or ends the goal if the build is interrupted. */
    static void sleep(Duration length) {
        try {
            Thread.sleep(length.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Whether a line on it may be written over: somebody looks at it, and nothing else writes to it. */
    static boolean isInteractive(MavenSession session) {
        var request = session.getRequest();
        return request.isInteractiveMode()
                && request.getDegreeOfConcurrency() <= 1
                && System.getenv("CI") == null
                && isTerminal(System.console());
    }

    /** From Java 22 on there is a console without a terminal too, which then says so. */
    private static boolean isTerminal(@org.jspecify.annotations.Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
