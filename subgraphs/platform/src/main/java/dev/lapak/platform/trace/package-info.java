/** The trace that follows a request through all services, into its errors and their logs. */
@NullMarked
package dev.lapak.platform.trace;

import org.jspecify.annotations.NullMarked;
