/** Who comes to the door: the verified token, and the trace that follows the request. */
@NullMarked
package dev.lapak.edge.visitor;

import org.jspecify.annotations.NullMarked;
