/** What people do to a history beside running migrations: its baseline, its lock, and repairs of what it says. */
@NullMarked
package io.github.dynamodbmigrations.operate;

import org.jspecify.annotations.NullMarked;
