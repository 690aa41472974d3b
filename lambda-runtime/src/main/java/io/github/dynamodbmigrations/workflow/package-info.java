/** The only users of the client of Step Functions. */
@NullMarked
package io.github.dynamodbmigrations.workflow;

import org.jspecify.annotations.NullMarked;
