/** Imports in PostgreSQL. */
@NullMarked
package dev.lapak.products.imports.r2dbc;

import org.jspecify.annotations.NullMarked;
