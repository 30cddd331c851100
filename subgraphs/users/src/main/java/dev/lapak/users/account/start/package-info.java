/** The operator's admin, made before the first request. */
@NullMarked
package dev.lapak.users.account.start;

import org.jspecify.annotations.NullMarked;
