/** How a problem that the user has to mend leaves the code that saw it. */
@NullMarked
package io.github.dynamodbmigrations.problem;

import org.jspecify.annotations.NullMarked;
