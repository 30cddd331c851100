/** Buyers without an account, who may keep one. */
@NullMarked
package dev.lapak.users.guest;

import org.jspecify.annotations.NullMarked;
