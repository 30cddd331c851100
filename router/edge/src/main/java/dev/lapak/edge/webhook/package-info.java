/** What other companies' servers say to subgraphs, passed on as it came. */
@NullMarked
package dev.lapak.edge.webhook;

import org.jspecify.annotations.NullMarked;
