/** The vocabulary in PostgreSQL. */
@NullMarked
package dev.lapak.products.search.r2dbc;

import org.jspecify.annotations.NullMarked;
