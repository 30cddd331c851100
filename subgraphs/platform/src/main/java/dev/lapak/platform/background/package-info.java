/** Work that a subgraph does by itself, beside requests. */
@NullMarked
package dev.lapak.platform.background;

import org.jspecify.annotations.NullMarked;
