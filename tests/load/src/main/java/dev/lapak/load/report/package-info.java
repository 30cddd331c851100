/** Writes what was measured, for people and as JSON. */
@NullMarked
package dev.lapak.load.report;

import org.jspecify.annotations.NullMarked;
