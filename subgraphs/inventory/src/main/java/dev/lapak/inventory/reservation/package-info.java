/**
 * Stock promised to orders: reserved, then committed, released or expired; what was committed may
 * be returned. Concurrent reservations are gathered and decided together, so that a product that
 * everybody wants costs one lock for all of them.
 */
@NullMarked
package dev.lapak.inventory.reservation;

import org.jspecify.annotations.NullMarked;
