package io.github.dynamodbmigrations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Rights that a migration needs besides those on its own table. Not part of the checksums. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Grants {
    /** An IAM policy document (JSON), as a path relative to the project's directory. */
    String policyFile();
}
