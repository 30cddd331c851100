/** Proofs and their files in PostgreSQL. */
@NullMarked
package dev.lapak.orders.proof.r2dbc;

import org.jspecify.annotations.NullMarked;
