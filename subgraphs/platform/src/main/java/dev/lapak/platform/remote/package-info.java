/** Calls among subgraphs. */
@NullMarked
package dev.lapak.platform.remote;

import org.jspecify.annotations.NullMarked;
