/**
 * Serves operations over connections that stay open: subscriptions opened at their subgraph and
 * completed through the router, and whatever else is asked over the same connection.
 */
@NullMarked
package dev.lapak.edge.subscription;

import org.jspecify.annotations.NullMarked;
