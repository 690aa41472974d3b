/** Migrations that can be undone, in every mode. */
@NullMarked
package shop.undone;

import org.jspecify.annotations.NullMarked;
