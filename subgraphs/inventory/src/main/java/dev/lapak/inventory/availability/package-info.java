/** What of a product is free now. */
@NullMarked
package dev.lapak.inventory.availability;

import org.jspecify.annotations.NullMarked;
