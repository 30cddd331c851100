/** Stock in the graph. */
@NullMarked
package dev.lapak.inventory.stock.graphql;

import org.jspecify.annotations.NullMarked;
