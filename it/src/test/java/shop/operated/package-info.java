/** Small migrations for goals that look after a history. */
package shop.operated;
