/** Starts and stops the whole supergraph on one machine: what {@code ./lapak up} runs. */
@NullMarked
package dev.lapak.local;

import org.jspecify.annotations.NullMarked;
