/** What of a product can be bought now. */
@NullMarked
package dev.lapak.inventory.availability;

import org.jspecify.annotations.NullMarked;
