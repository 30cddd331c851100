/** Exact amounts of money. */
@NullMarked
package dev.lapak.platform.money;

import org.jspecify.annotations.NullMarked;
