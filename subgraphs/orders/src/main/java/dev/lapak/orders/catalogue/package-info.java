/** What products and inventory say of a product now. */
@NullMarked
package dev.lapak.orders.catalogue;

import org.jspecify.annotations.NullMarked;
