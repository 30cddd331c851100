/** What is sold: products and categories. */
@NullMarked
package dev.lapak.products;

import org.jspecify.annotations.NullMarked;
