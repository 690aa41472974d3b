/** Where items come from: sources, keys and pages, without AWS calls. */
@NullMarked
package io.github.dynamodbmigrations.scan;

import org.jspecify.annotations.NullMarked;
