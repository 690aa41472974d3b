/** Reads the project's own SAM or CloudFormation template: which tables it declares, and what shape they have. */
@NullMarked
package io.github.dynamodbmigrations.sam;

import org.jspecify.annotations.NullMarked;
