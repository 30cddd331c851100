/** Ends orders that were not paid in time. */
@NullMarked
package dev.lapak.orders.expiry;

import org.jspecify.annotations.NullMarked;
