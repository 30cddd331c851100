/** The scalars of the contracts, as subgraphs and the edge read them. */
@NullMarked
package dev.lapak.platform.scalar;

import org.jspecify.annotations.NullMarked;
