/** How far each segment of each pass has come, and what happened to its items. */
@NullMarked
package io.github.dynamodbmigrations.checkpoint;

import org.jspecify.annotations.NullMarked;
