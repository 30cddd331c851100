/** Midtrans Snap: begins payments, hears its notifications, asks for their status. */
@NullMarked
package dev.lapak.orders.payment.midtrans;

import org.jspecify.annotations.NullMarked;
