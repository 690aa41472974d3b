/** What the version machine does: brings the data to a version, by our migrations or by a function of the user. */
@NullMarked
package io.github.dynamodbmigrations.versions;

import org.jspecify.annotations.NullMarked;
