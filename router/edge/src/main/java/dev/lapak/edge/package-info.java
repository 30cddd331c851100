/** The public door: one endpoint for everything that clients ask, before router and subgraphs. */
@NullMarked
package dev.lapak.edge;

import org.jspecify.annotations.NullMarked;
