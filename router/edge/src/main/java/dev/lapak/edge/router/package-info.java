/** Asks the router: passes a client's request on as it is, or asks on the edge's own account. */
@NullMarked
package dev.lapak.edge.router;

import org.jspecify.annotations.NullMarked;
