/** Products and inventory, as GraphQL clients. */
@NullMarked
package dev.lapak.orders.catalogue.remote;

import org.jspecify.annotations.NullMarked;
