/** Tells who watches products how many can be bought, as it changes. */
@NullMarked
package dev.lapak.inventory.live;

import org.jspecify.annotations.NullMarked;
