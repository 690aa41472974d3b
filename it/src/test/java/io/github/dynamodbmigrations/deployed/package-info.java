/** The emitted application, deployed by the SAM CLI as users do it, on an emulated AWS that runs the functions in containers. */
@NullMarked
package io.github.dynamodbmigrations.deployed;

import org.jspecify.annotations.NullMarked;
