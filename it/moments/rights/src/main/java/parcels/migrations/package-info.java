/** Migrations that together do all that the engine can be asked to do to a table. */
package parcels.migrations;
