/** Runs on DynamoDB Local that operators pause, resume, give another rate and end. */
@NullMarked
package io.github.dynamodbmigrations.integration.control;

import org.jspecify.annotations.NullMarked;
