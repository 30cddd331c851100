/**
 * Pictures of products: sent to a signed address, made anew in a few sizes there, then added to a
 * product, and given to anybody.
 */
@NullMarked
package dev.lapak.products.image;

import org.jspecify.annotations.NullMarked;
