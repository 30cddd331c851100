/** What the edge learns of a document: its operations, their kind and depth, or why it is none. */
@NullMarked
package dev.lapak.edge.document;

import org.jspecify.annotations.NullMarked;
