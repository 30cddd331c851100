package dev.lapak.orders.checkout;

import java.util.UUID;

/**
 * How many of a product somebody wants.
 *
 * @param line the index of the first line that says so
 */
record Wish(int line, UUID productId, int quantity) {}
