/** The world around orders, as small and as real as its tests need it. */
@NullMarked
package dev.lapak.orders.testing;

import org.jspecify.annotations.NullMarked;
