/** Reconciliation in the graph, for admins. */
@NullMarked
package dev.lapak.inventory.reconciliation.graphql;

import org.jspecify.annotations.NullMarked;
