/** Categories in the graph. */
@NullMarked
package dev.lapak.products.category.graphql;

import org.jspecify.annotations.NullMarked;
