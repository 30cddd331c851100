/** Log-ins that last: chains of refresh tokens, each of which works once. */
@NullMarked
package dev.lapak.users.session;

import org.jspecify.annotations.NullMarked;
