/**
 * What was sold: added up from the outbox into sums by quarter of an hour and by day, for
 * everybody, each seller and each product; and read from there.
 */
@NullMarked
package dev.lapak.orders.sales;

import org.jspecify.annotations.NullMarked;
