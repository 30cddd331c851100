/** What the edge's tests start with: stand-ins behind the door, clients before it. */
@NullMarked
package dev.lapak.edge.testing;

import org.jspecify.annotations.NullMarked;
