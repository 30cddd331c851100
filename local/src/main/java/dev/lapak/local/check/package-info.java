/**
 * Looks at a running system's four databases for what must never be: what {@code ./lapak check}
 * runs.
 */
@NullMarked
package dev.lapak.local.check;

import org.jspecify.annotations.NullMarked;
