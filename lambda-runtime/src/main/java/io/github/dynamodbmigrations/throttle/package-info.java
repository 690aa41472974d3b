/** How much a run may do at once: capacity budgets, pauses and concurrency; time and sleep are passed in. */
@NullMarked
package io.github.dynamodbmigrations.throttle;

import org.jspecify.annotations.NullMarked;
