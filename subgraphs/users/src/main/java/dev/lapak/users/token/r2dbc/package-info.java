/** Signing keys in PostgreSQL. */
@NullMarked
package dev.lapak.users.token.r2dbc;

import org.jspecify.annotations.NullMarked;
