/** Thresholds in PostgreSQL. */
@NullMarked
package dev.lapak.inventory.lowstock.r2dbc;

import org.jspecify.annotations.NullMarked;
