/** Proofs in the graph. */
@NullMarked
package dev.lapak.orders.proof.graphql;

import org.jspecify.annotations.NullMarked;
