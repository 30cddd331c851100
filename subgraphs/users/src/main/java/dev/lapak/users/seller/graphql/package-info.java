/** Sellers in the graph. */
@NullMarked
package dev.lapak.users.seller.graphql;

import org.jspecify.annotations.NullMarked;
