/**
 * Tells inventory what became of an order: its reservation is committed when it is paid, released
 * when it ends unpaid, and given back when it is cancelled after it was paid. At least once, from
 * the outbox; what inventory refuses is kept in {@code unsettled} and does not hold up the rest.
 */
@NullMarked
package dev.lapak.orders.settlement;

import org.jspecify.annotations.NullMarked;
