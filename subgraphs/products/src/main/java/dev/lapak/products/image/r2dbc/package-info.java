/** Images in PostgreSQL. */
@NullMarked
package dev.lapak.products.image.r2dbc;

import org.jspecify.annotations.NullMarked;
