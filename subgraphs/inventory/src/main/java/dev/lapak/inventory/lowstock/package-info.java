/** What is running out. */
@NullMarked
package dev.lapak.inventory.lowstock;

import org.jspecify.annotations.NullMarked;
