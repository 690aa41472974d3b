/** What a person or a pipeline needs to be allowed, as policies of IAM. */
@NullMarked
package io.github.dynamodbmigrations.policy;

import org.jspecify.annotations.NullMarked;
