/** Migrations whose versions sort differently as texts and as numbers. */
@NullMarked
package shop.versions;

import org.jspecify.annotations.NullMarked;
