/** Migrations that do not settle, for the kill tests: one for each guard. */
package shop.accounts;
