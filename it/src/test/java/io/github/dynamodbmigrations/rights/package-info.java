/** Roles have the rights that they need, and no others: the emitted application on an emulated AWS that holds callers to their policies. */
@NullMarked
package io.github.dynamodbmigrations.rights;

import org.jspecify.annotations.NullMarked;
