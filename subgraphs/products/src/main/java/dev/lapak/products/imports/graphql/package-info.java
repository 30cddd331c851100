/** Imports in the graph. */
@NullMarked
package dev.lapak.products.imports.graphql;

import org.jspecify.annotations.NullMarked;
