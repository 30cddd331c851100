/** The review of payments in the graph. */
@NullMarked
package dev.lapak.orders.payment.graphql;

import org.jspecify.annotations.NullMarked;
