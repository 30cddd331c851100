/** What fails before or beside a resolver: request errors with a code. */
@NullMarked
package dev.lapak.platform.error;

import org.jspecify.annotations.NullMarked;
