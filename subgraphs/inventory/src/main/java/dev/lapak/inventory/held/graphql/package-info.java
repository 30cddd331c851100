/** What is held, in the graph of the subgraphs. */
@NullMarked
package dev.lapak.inventory.held.graphql;

import org.jspecify.annotations.NullMarked;
