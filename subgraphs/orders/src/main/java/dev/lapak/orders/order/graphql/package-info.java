/** Orders, purchases and their lists in the graph. */
@NullMarked
package dev.lapak.orders.order.graphql;

import org.jspecify.annotations.NullMarked;
