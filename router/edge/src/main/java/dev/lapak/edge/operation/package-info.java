/** Queries and mutations by POST: looked at, then passed on as the very bytes that came. */
@NullMarked
package dev.lapak.edge.operation;

import org.jspecify.annotations.NullMarked;
