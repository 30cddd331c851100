/** Files that belong to subgraphs, passed through as streams. */
@NullMarked
package dev.lapak.edge.file;

import org.jspecify.annotations.NullMarked;
