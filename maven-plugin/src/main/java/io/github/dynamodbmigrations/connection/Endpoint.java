package io.github.dynamodbmigrations.connection;

import io.github.dynamodbmigrations.model.ProblemCode;
import io.github.dynamodbmigrations.problem.ProblemException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;

/** The address of a database that is not reached by its region. */
public final class Endpoint {
    private Endpoint() {}

    /**
     * Reads an address.
     *
     * @param text such as {@code http://localhost:8000}
     * @param allowRemote whether it may be on another machine
     * @throws ProblemException if it is none, or is on another machine
     */
    public static URI of(String text, boolean allowRemote) {
        URI endpoint;
        try {
            endpoint = URI.create(text.strip());
        } catch (IllegalArgumentException e) {
            throw malformed(text);
        }
        var scheme = endpoint.getScheme();
        if (endpoint.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
            throw malformed(text);
        }
        if (!allowRemote && !isLocal(endpoint)) {
            throw new ProblemException(
                    ProblemCode.REMOTE_ENDPOINT,
                    "endpoint is on another machine",
                    text,
                    "Name a database of this machine, or say -Ddynamodb-migrations.allowRemoteEndpoint.");
        }
        return endpoint;
    }

    /** Whether it is on this machine, by the name that it is called by. */
    static boolean isLocal(URI endpoint) {
        try {
            return Arrays.stream(InetAddress.getAllByName(endpoint.getHost())).allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static ProblemException malformed(String text) {
        return new ProblemException(
                ProblemCode.BAD_PARAMETER,
                "'" + text + "' is no address",
                "parameter <endpoint>",
                "Write it as http://localhost:8000.");
    }
}
