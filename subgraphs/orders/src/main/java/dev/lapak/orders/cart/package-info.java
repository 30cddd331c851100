/** What people want to buy. */
@NullMarked
package dev.lapak.orders.cart;

import org.jspecify.annotations.NullMarked;
