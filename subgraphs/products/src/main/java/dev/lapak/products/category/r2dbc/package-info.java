/** Categories in PostgreSQL. */
@NullMarked
package dev.lapak.products.category.r2dbc;

import org.jspecify.annotations.NullMarked;
