/** Warehouses in PostgreSQL. */
@NullMarked
package dev.lapak.inventory.warehouse.r2dbc;

import org.jspecify.annotations.NullMarked;
