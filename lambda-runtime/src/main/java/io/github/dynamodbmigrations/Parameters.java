package io.github.dynamodbmigrations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names of parameters whose values are given when a migration is deployed or run; read them with
 * {@link RunContext#parameter}. Each becomes a parameter of the emitted template.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Parameters {
    /** The names: letters and digits, beginning with a letter. */
    String[] value();
}
