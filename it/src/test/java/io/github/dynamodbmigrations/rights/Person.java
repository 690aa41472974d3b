package io.github.dynamodbmigrations.rights;

import io.github.dynamodbmigrations.deployed.Cloud;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Somebody of the account, with one policy.
 *
 * @param name the name
 * @param accessKeyId of its credentials
 * @param secretAccessKey of its credentials
 */
record Person(String name, String accessKeyId, String secretAccessKey) {
    private static final String POLICY = "printed";

    static Person with(String policy) {
        var name = "person-" + UUID.randomUUID().toString().substring(0, 8);
        try (var client = Cloud.identities()) {
            client.createUser(request -> request.userName(name));
            client.putUserPolicy(
                    request -> request.userName(name).policyName(POLICY).policyDocument(policy));
            var key = client.createAccessKey(request -> request.userName(name)).accessKey();
            return new Person(name, key.accessKeyId(), key.secretAccessKey());
        }
    }

    /** Does something with these credentials where the SDK looks first. */
    <T> T does(Supplier<T> work) {
        var before = System.getProperties().clone();
        System.setProperty("aws.accessKeyId", accessKeyId);
        System.setProperty("aws.secretAccessKey", secretAccessKey);
        try {
            return work.get();
        } finally {
            System.setProperties((Properties) before);
        }
    }
}
