package io.github.dynamodbmigrations.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The texts that help a user to deploy; GoldenTest holds the emitted files. */
class DeployingTextTest {
    @Test
    void writesASamconfigThatWaitsLongEnough() {
        var text = Samconfig.text("shop", Duration.ofHours(3));
        assertTrue(text.contains("\nstack_name = \"shop-migrations\"\n"), text);
        assertTrue(text.contains("\nmax_wait_duration = 185\n"), text);
    }

    @ParameterizedTest
    @CsvSource({
        "shop,shop-migrations",
        "my.shop_1,my-shop-1-migrations",
        "1st,stack-1st-migrations",
        "db-migrations,db-migrations"
    })
    void namesTheStackAfterTheProject(String artifactId, String stackName) {
        assertEquals(stackName, Samconfig.stackName(artifactId));
    }

    @Test
    void printsTheResourceThatNestsTheMigrations() {
        var text = NestingSnippet.text(
                "migrations/target/dynamodb-migrations/template.yaml",
                new TreeMap<>(Map.of("Customers", "CustomersTable", "a-b", "Other")),
                List.of("Api", "OrderFunction"));
        assertEquals("""
                  Migrations:
                    Type: AWS::Serverless::Application
                    DependsOn:
                      - Api
                      - OrderFunction
                    Properties:
                      Location: migrations/target/dynamodb-migrations/template.yaml
                      Parameters:
                        CustomersTable:
                          Ref: CustomersTable
                        %s:
                          Ref: Other
                """.formatted(SamApplication.tableParameter("a-b")), text);
    }

    @Test
    void nestsWithoutTablesToo() {
        assertEquals("""
                  Migrations:
                    Type: AWS::Serverless::Application
                    Properties:
                      Location: target/dynamodb-migrations/template.yaml
                """, NestingSnippet.text("target/dynamodb-migrations/template.yaml", new TreeMap<>(), List.of()));
    }
}
