/** The engine in one JVM: a run from its lock to its end, and what people see of it. */
@NullMarked
package io.github.dynamodbmigrations.run;

import org.jspecify.annotations.NullMarked;
