/** The emitted functions under the SAM CLI, the emitted state machine on a second engine, and DynamoDB Local. */
@NullMarked
package io.github.dynamodbmigrations.local;

import org.jspecify.annotations.NullMarked;
