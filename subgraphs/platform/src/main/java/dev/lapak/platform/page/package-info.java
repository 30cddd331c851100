/** Relay connections over keysets. */
@NullMarked
package dev.lapak.platform.page;

import org.jspecify.annotations.NullMarked;
