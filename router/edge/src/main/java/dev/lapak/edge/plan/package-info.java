/**
 * How a subscription is shared out: what the subgraph that owns it answers itself, and what the
 * router is asked for with every event. It knows the composed schema and no field by name.
 */
@NullMarked
package dev.lapak.edge.plan;

import org.jspecify.annotations.NullMarked;
