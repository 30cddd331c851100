/** Whether the door is open, and what stands behind it. */
@NullMarked
package dev.lapak.edge.health;

import org.jspecify.annotations.NullMarked;
