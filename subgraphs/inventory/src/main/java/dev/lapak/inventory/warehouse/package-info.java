/** A seller's places for goods. */
@NullMarked
package dev.lapak.inventory.warehouse;

import org.jspecify.annotations.NullMarked;
