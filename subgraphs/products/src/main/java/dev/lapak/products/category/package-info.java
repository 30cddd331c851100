/** The shelves of the catalogue, the same for all sellers. */
@NullMarked
package dev.lapak.products.category;

import org.jspecify.annotations.NullMarked;
