/** Warehouses in the graph. */
@NullMarked
package dev.lapak.inventory.warehouse.graphql;

import org.jspecify.annotations.NullMarked;
