/** Renders a project's model as the text files of an AWS SAM application; pure, and the same bytes for the same model. */
@NullMarked
package io.github.dynamodbmigrations.template;

import org.jspecify.annotations.NullMarked;
