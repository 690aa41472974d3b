/** What operators do to a history while it is worked on: pause, resume, another rate, the end of a run, a look at it. */
@NullMarked
package io.github.dynamodbmigrations.control;

import org.jspecify.annotations.NullMarked;
