/**
 * Which service is asking: the router, the edge or another subgraph, proven by a secret of its own.
 */
@NullMarked
package dev.lapak.platform.caller;

import org.jspecify.annotations.NullMarked;
