/** What becomes of one image of an item: the author's function, and the checks before anything is written. */
@NullMarked
package io.github.dynamodbmigrations.judge;

import org.jspecify.annotations.NullMarked;
