/** Subscriptions to orders. */
@NullMarked
package dev.lapak.orders.event.graphql;

import org.jspecify.annotations.NullMarked;
