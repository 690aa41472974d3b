package io.github.dynamodbmigrations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the author knows of the application's writers while the migration runs. These facts are what makes deletes, moves
 * and the guard {@link Guard.Mode#LEDGER} provable; a fact that is not true costs data.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Writers {
    /**
     * The number attribute that every writer expects as it read it and increments with every write. The engine does the
     * same in each of its writes.
     */
    String versionAttribute() default "";

    /** All attributes, besides the keys, that any writer ever sets: a delete then expects each as read and the rest absent. */
    String[] attributes() default {};

    /** Writers only update items that exist: they insert none and delete none. */
    boolean updateOnly() default false;

    /** Writers add no attribute to an item that the migration deletes or moves. */
    boolean addNothing() default false;

    /** The only region in which the table is written, for a global table with eventual consistency. */
    String region() default "";
}
