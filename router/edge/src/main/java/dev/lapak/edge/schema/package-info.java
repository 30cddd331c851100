/** The schema that clients see. */
@NullMarked
package dev.lapak.edge.schema;

import org.jspecify.annotations.NullMarked;
