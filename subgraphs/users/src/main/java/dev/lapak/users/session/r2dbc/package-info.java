/** Sessions in PostgreSQL. */
@NullMarked
package dev.lapak.users.session.r2dbc;

import org.jspecify.annotations.NullMarked;
