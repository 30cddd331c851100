/** The ledger in the graph. */
@NullMarked
package dev.lapak.inventory.ledger.graphql;

import org.jspecify.annotations.NullMarked;
