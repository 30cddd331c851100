/** Files that belong to orders, passed through as streams. */
@NullMarked
package dev.lapak.edge.file;

import org.jspecify.annotations.NullMarked;
