/** Inventory's part of a product in the graph. */
@NullMarked
package dev.lapak.inventory.availability.graphql;

import org.jspecify.annotations.NullMarked;
