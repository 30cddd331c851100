/** The first key, made before the first request. */
@NullMarked
package dev.lapak.users.token.start;

import org.jspecify.annotations.NullMarked;
