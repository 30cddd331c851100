/** Finds counters that are wrong, and makes them right. */
@NullMarked
package dev.lapak.inventory.reconciliation;

import org.jspecify.annotations.NullMarked;
