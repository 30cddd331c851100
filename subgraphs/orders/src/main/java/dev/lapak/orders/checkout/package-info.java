/**
 * The act of buying: prices and snapshots the products, reserves their stock, and writes the
 * purchase in one statement. docs/adr/0008 says how it survives twins, retries and crashes.
 */
@NullMarked
package dev.lapak.orders.checkout;

import org.jspecify.annotations.NullMarked;
