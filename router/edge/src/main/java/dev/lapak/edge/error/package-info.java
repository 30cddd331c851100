/** What the door refuses, and how it says so. */
@NullMarked
package dev.lapak.edge.error;

import org.jspecify.annotations.NullMarked;
