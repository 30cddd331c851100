/** Products in the graph. */
@NullMarked
package dev.lapak.products.product.graphql;

import org.jspecify.annotations.NullMarked;
