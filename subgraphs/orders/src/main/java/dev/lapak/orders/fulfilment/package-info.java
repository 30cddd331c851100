/** What becomes of a paid order: it is confirmed, shipped, delivered and completed. */
@NullMarked
package dev.lapak.orders.fulfilment;

import org.jspecify.annotations.NullMarked;
