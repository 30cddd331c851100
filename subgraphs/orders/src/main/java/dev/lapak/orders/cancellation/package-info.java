/** Ends orders; what was paid for them is to be refunded. */
@NullMarked
package dev.lapak.orders.cancellation;

import org.jspecify.annotations.NullMarked;
