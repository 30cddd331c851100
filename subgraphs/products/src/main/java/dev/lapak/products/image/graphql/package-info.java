/** Images in the graph. */
@NullMarked
package dev.lapak.products.image.graphql;

import org.jspecify.annotations.NullMarked;
