/** Which seller owns a product: products knows, and inventory remembers. */
@NullMarked
package dev.lapak.inventory.owner;

import org.jspecify.annotations.NullMarked;
