/** The router beside the launcher: which one, and keeping it running. */
@NullMarked
package dev.lapak.local.router;

import org.jspecify.annotations.NullMarked;
