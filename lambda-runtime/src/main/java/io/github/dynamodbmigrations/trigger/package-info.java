/** Custom resources of CloudFormation: what they ask, what is remembered of them, and what follows from the history. */
@NullMarked
package io.github.dynamodbmigrations.trigger;

import org.jspecify.annotations.NullMarked;
