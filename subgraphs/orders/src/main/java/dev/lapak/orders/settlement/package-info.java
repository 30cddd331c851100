/**
 * Tells inventory what became of an order: its reservation is committed when it is paid and
 * released when it ends unpaid. At least once, from the outbox; what inventory refuses is kept in
 * {@code unsettled} and does not hold up the rest.
 */
@NullMarked
package dev.lapak.orders.settlement;

import org.jspecify.annotations.NullMarked;
