/** Goods on their way between two warehouses of a seller. */
@NullMarked
package dev.lapak.inventory.transfer;

import org.jspecify.annotations.NullMarked;
