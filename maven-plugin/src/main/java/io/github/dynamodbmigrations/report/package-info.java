/** What info, validate and status say: a module's migrations beside what the history knows of them, and its latest run. */
@NullMarked
package io.github.dynamodbmigrations.report;

import org.jspecify.annotations.NullMarked;
