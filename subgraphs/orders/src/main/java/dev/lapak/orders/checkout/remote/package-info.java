/** Users, as a GraphQL client. */
@NullMarked
package dev.lapak.orders.checkout.remote;

import org.jspecify.annotations.NullMarked;
