/** How much of a product is where: levels, and the ledger of their movements. */
@NullMarked
package dev.lapak.inventory.stock;

import org.jspecify.annotations.NullMarked;
