/**
 * A real catalogue with shops to sell it and somebody to buy it, put there as people would do it.
 */
@NullMarked
package dev.lapak.local.demo;

import org.jspecify.annotations.NullMarked;
