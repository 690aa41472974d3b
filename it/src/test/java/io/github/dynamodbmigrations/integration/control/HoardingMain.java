package io.github.dynamodbmigrations.integration.control;

import java.net.URI;
import java.util.ArrayList;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads a table and keeps what it has read, as the engine must not. */
final class HoardingMain {
    private HoardingMain() {}

    public static void main(String[] arguments) {
        var kept = new ArrayList<Map<String, AttributeValue>>();
        try (var client = DynamoDbClient.builder()
                .endpointOverride(URI.create(arguments[0]))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(UrlConnectionHttpClient.create())
                .build()) {
            client.scanPaginator(request -> request.tableName(arguments[1]).limit(1))
                    .items()
                    .forEach(kept::add);
        }
        System.out.println("kept " + kept.size());
    }
}
