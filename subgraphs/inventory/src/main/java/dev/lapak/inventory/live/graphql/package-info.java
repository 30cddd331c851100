/** Live stock in the graph. */
@NullMarked
package dev.lapak.inventory.live.graphql;

import org.jspecify.annotations.NullMarked;
