/** Sellers in PostgreSQL. */
@NullMarked
package dev.lapak.users.seller.r2dbc;

import org.jspecify.annotations.NullMarked;
