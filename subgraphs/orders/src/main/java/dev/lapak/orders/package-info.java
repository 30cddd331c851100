/** What was bought: checkout, orders, payments, and their events. */
@NullMarked
package dev.lapak.orders;

import org.jspecify.annotations.NullMarked;
