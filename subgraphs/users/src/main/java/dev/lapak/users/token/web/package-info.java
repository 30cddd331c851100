/** The public keys, for all who verify. */
@NullMarked
package dev.lapak.users.token.web;

import org.jspecify.annotations.NullMarked;
