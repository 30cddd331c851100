/**
 * Measures inventory alone, on the running system's PostgreSQL: what {@code ./lapak bench
 * inventory} runs.
 */
@NullMarked
package dev.lapak.local.bench;

import org.jspecify.annotations.NullMarked;
