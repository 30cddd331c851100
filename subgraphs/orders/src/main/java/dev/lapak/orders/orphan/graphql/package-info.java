/** Orphans in the graph. */
@NullMarked
package dev.lapak.orders.orphan.graphql;

import org.jspecify.annotations.NullMarked;
