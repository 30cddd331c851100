/** Products in PostgreSQL. */
@NullMarked
package dev.lapak.products.product.r2dbc;

import org.jspecify.annotations.NullMarked;
