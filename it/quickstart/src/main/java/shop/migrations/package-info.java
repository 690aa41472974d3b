/** How the shop's data got its shape: one class per change, in order. */
package shop.migrations;
