/** The ports' adapters for DynamoDB: the only users of its client. */
@NullMarked
package io.github.dynamodbmigrations.dynamo;

import org.jspecify.annotations.NullMarked;
