/** Timelines in the graph. */
@NullMarked
package dev.lapak.orders.timeline.graphql;

import org.jspecify.annotations.NullMarked;
