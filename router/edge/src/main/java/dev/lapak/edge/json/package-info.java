/** How JSON is read, by whatever way it comes. */
@NullMarked
package dev.lapak.edge.json;

import org.jspecify.annotations.NullMarked;
