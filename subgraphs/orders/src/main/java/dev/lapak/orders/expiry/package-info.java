/** Ends orders that were not paid in time, which their buyers may put off once. */
@NullMarked
package dev.lapak.orders.expiry;

import org.jspecify.annotations.NullMarked;
