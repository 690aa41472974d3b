/** What the quickstart's migrations must not be. */
package shop.twin;
