/** Guests in the API. */
@NullMarked
package dev.lapak.users.guest.graphql;

import org.jspecify.annotations.NullMarked;
