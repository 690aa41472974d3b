/** What people do to a history beside running migrations, with the goals as a build enters them, on DynamoDB Local. */
@NullMarked
package io.github.dynamodbmigrations.integration.operate;

import org.jspecify.annotations.NullMarked;
