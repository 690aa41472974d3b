/** What differs between two images of an item, what a write expects of it, and what DynamoDB would refuse to store. */
@NullMarked
package io.github.dynamodbmigrations.diff;

import org.jspecify.annotations.NullMarked;
