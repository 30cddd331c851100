/**
 * Proofs of payment: files that the buyer sends to a signed address, and hands in. While a proof is
 * under review the deadline stands still, and inventory holds the stock.
 */
@NullMarked
package dev.lapak.orders.proof;

import org.jspecify.annotations.NullMarked;
