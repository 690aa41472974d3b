package io.github.dynamodbmigrations.dynamo;

import io.github.dynamodbmigrations.dynamo.DynamoConnection.Credentials;
import io.github.dynamodbmigrations.history.FailureCode;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/**
 * Who this machine is to AWS: what the SDK's default chains find in the environment and in the AWS configuration files.
 * Profiles that assume a role or use single sign-on work where the SDK's modules for these are on the class path.
 *
 * @param profile a profile of the AWS configuration files; empty for the usual one
 */
public record AwsIdentity(Optional<String> profile) {
    /** The region of the configuration. */
    public String region() {
        var builder = DefaultAwsRegionProviderChain.builder();
        profile.ifPresent(name -> builder.profileName(name));
        try {
            return builder.build().getRegion().id();
        } catch (SdkException | IllegalStateException none) {
            throw FailureCode.NO_REGION.exception("no region is known: " + shown()
                    + ". Name it with -Ddynamodb-migrations.region=<region>, or in AWS_REGION.");
        }
    }

    /** The credentials, looked at again whenever this is asked: temporary ones are renewed in time. */
    public Supplier<Credentials> credentials() {
        var provider = provider();
        return () -> {
            try {
                return Credentials.of(provider.resolveCredentials());
            } catch (SdkException | IllegalStateException none) {
                throw FailureCode.NO_CREDENTIALS.exception("no credentials are found: " + shown() + ". "
                        + firstLine(none.getMessage())
                        + " Log in (aws sso login), or name a profile with -Ddynamodb-migrations.profile=<profile>.");
            }
        };
    }

    /** A profile that is named goes before what the environment has, as for the AWS CLI. */
    private AwsCredentialsProvider provider() {
        return profile.<AwsCredentialsProvider>map(ProfileCredentialsProvider::create)
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
    }

    private String shown() {
        return profile.map(name -> "profile " + name).orElse("the usual AWS configuration");
    }

    private static String firstLine(@org.jspecify.annotations.Nullable String text) {
        return String.valueOf(text).lines().findFirst().orElse("");
    }
}
