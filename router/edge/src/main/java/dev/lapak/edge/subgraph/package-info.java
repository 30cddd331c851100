/** Where the subgraphs are, and how the edge proves to them that it asks. */
@NullMarked
package dev.lapak.edge.subgraph;

import org.jspecify.annotations.NullMarked;
