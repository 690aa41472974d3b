/** A small house whose every class breaks the rule that it names. */
@NullMarked
package io.github.dynamodbmigrations.architecture.planted;

import org.jspecify.annotations.NullMarked;
