package io.github.dynamodbmigrations.trigger;

/**
 * What CloudFormation asks of a custom resource.
 *
 * @param type what is to be done
 * @param requestId tells one request from another
 * @param responseUrl where the answer goes; whoever knows it may answer
 * @param stackId the stack
 * @param logicalId the resource in the stack
 * @param physicalId the resource as its Create named it; empty in a Create
 */
public record ResourceRequest(
        Type type, String requestId, String responseUrl, String stackId, String logicalId, String physicalId) {
    /** What is to be done. */
    public enum Type {
        /** It is new. */
        CREATE,
        /** Its properties changed. */
        UPDATE,
        /** It goes. */
        DELETE
    }

    /** Shows no URL. */
    @Override
    public String toString() {
        return type + " of " + logicalId;
    }
}
