/** What is held now, for orders to compare with its own. */
@NullMarked
package dev.lapak.inventory.held;

import org.jspecify.annotations.NullMarked;
