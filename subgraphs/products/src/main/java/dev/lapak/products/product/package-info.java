/** What sellers sell. */
@NullMarked
package dev.lapak.products.product;

import org.jspecify.annotations.NullMarked;
