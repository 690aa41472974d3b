/** One item's write: what is asked for, under which condition, and what came of it, without AWS calls. */
@NullMarked
package io.github.dynamodbmigrations.write;

import org.jspecify.annotations.NullMarked;
