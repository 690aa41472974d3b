/** How the orders got their shape: one class per change, in order. */
package orders.migrations;
