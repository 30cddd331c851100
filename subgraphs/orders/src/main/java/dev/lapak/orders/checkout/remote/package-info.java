/** Products and users, as GraphQL clients. */
@NullMarked
package dev.lapak.orders.checkout.remote;

import org.jspecify.annotations.NullMarked;
