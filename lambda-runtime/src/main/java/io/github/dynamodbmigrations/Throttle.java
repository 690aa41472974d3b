package io.github.dynamodbmigrations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The capacity that a migration may use, over all its workers. Not part of the checksums; parameters override it. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Throttle {
    /** Read capacity units per second; 0 leaves it to {@link #percentOfTable()}. */
    int readUnits() default 0;

    /** Write capacity units per second; 0 leaves it to {@link #percentOfTable()}. */
    int writeUnits() default 0;

    /** The share of the table's provisioned (or, on demand, warm) throughput, 1 to 100. */
    int percentOfTable() default 50;
}
