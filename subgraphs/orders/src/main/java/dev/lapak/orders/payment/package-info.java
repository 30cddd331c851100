/** The review of payments: sellers and admins approve or reject what was handed in. */
@NullMarked
package dev.lapak.orders.payment;

import org.jspecify.annotations.NullMarked;
