/** Users in PostgreSQL. */
@NullMarked
package dev.lapak.users.account.r2dbc;

import org.jspecify.annotations.NullMarked;
