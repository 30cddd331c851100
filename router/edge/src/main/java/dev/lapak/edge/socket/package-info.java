/**
 * The connections that stay open: WebSocket and server-sent events, with all that ends them.
 * Spring's own handlers speak the protocols.
 */
@NullMarked
package dev.lapak.edge.socket;

import org.jspecify.annotations.NullMarked;
